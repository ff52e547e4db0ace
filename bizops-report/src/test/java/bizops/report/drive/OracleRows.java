package bizops.report.drive;

import bizops.report.source.Tile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The first rows that a list must show, and how many there are, as the database has them. */
final class OracleRows {
    /** So many stand on a list's first page. */
    private static final int PAGE = 50;

    private OracleRows() {}

    /** Texts keyed as {@link SitePage#figures()} does. */
    static Map<String, String> of(Connection connection, OracleCube cube, Tile tile, Setting setting)
            throws SQLException {
        Map<String, String> shown = new TreeMap<>();
        if (!cube.isThere()) {
            return shown;
        }
        List<String> columns = cube.columns();
        int count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(cube.rows(tile, setting))) {
            for (; row.next(); count++) {
                for (int c = 0; count < PAGE && c < columns.size(); c++) {
                    String text = text(row.getString(c + 1), cube.isNumber(columns.get(c)));
                    boolean isEmptyLink = text.isEmpty() && c == 0 && tile.drill() != null;
                    shown.put(tile.id() + " / row " + count + " / " + columns.get(c), isEmptyLink ? "–" : text);
                }
            }
        }
        if (count > PAGE) {
            shown.put(tile.id() + " / rows", "1–" + PAGE + " of " + SiteOracle.grouped(BigDecimal.valueOf(count), 0));
        }
        return shown;
    }

    private static String text(@Nullable String value, boolean isNumber) {
        if (value == null) {
            return "";
        }
        if (!isNumber) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        return SiteOracle.grouped(number, Math.max(0, number.scale()));
    }
}
