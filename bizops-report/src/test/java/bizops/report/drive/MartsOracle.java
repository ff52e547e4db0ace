package bizops.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page must show, computed by SQL from the marts' day facts in exact numeric: a second way, which shares
 * nothing with the page. Owned by one thread.
 */
public final class MartsOracle {
    private final Connection connection;
    private final String sql;

    /**
     * Prepares a session.
     *
     * @param connection its search path is changed
     * @param schema of the marts
     */
    public MartsOracle(Connection connection, String schema) throws SQLException, IOException {
        this.connection = connection;
        this.sql = text("oracle.sql");
        try (PreparedStatement path =
                connection.prepareStatement("select set_config('search_path', quote_ident(?), false)")) {
            path.setString(1, schema);
            path.execute();
        }
        try (Statement functions = connection.createStatement()) {
            functions.execute(text("oracle-functions.sql"));
        }
    }

    /** {@code table/row/measure} and {@code tile/measure} with the text that must stand there. */
    public Map<String, String> figures(Selection selection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, selection.model());
            statement.setString(2, selection.basis());
            statement.setObject(3, firstDay(selection.firstMonth()));
            statement.setObject(4, firstDay(next(selection.lastMonth())));
            List<String> channels = selection.channels();
            statement.setArray(5, channels == null ? null : connection.createArrayOf("text", channels.toArray()));
            statement.setString(6, selection.by());
            Map<String, String> figures = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    figures.put(row.getString(1), row.getString(2));
                }
            }
            return figures;
        }
    }

    /** The models, channels and months that settings can be drawn from. */
    Selections selections() throws SQLException {
        return new Selections(
                texts("select unnest(models) from build_info"),
                texts("select distinct channel from campaign_performance order by 1"),
                YearMonth.parse(texts("select to_char(min(day), 'YYYY-MM') from campaign_performance_day")
                        .get(0)),
                YearMonth.parse(texts("select to_char(max(day), 'YYYY-MM') from campaign_performance_day")
                        .get(0)));
    }

    String defaultModel() throws SQLException {
        return texts("select default_model from build_info").get(0);
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> texts = new java.util.ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private static @Nullable YearMonth next(@Nullable YearMonth month) {
        return month == null ? null : month.plusMonths(1);
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = MartsOracle.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
