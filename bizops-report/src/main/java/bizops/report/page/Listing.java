package bizops.report.page;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.source.Tile;
import bizops.report.view.Cell;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a cube, listed as they are. Immutable.
 *
 * @param lines the first of them
 * @param count how many there are
 */
record Listing(Tile tile, CubeData cube, List<Line> lines, int count) {
    /** How many stand in the page itself; the script lists them all. */
    private static final int PRINTED = 200;

    private static final String GROUPS = "\\B(?=(\\d{3})+$)";

    /**
     * A row.
     *
     * @param row its number in the cube
     * @param link the page behind it; null where there is none
     */
    record Line(int row, List<String> texts, @Nullable String link) {}

    static Listing of(Tile tile, CubeData cube, int[] rows) {
        List<Line> lines = Arrays.stream(rows)
                .limit(PRINTED)
                .mapToObj(row -> new Line(
                        row,
                        cube.cells().stream()
                                .map(cells -> text(cells, cells.values().get(row)))
                                .toList(),
                        Drill.of(tile, cube, row)))
                .toList();
        return new Listing(tile, cube, lines, rows.length);
    }

    /** The class of a column's cells; null where it has none. */
    @Nullable
    String style(int column) {
        return switch (cube.cells().get(column).type()) {
            case NUMBER -> "number";
            case DATE -> "date";
            case TEXT, FLAG -> null;
        };
    }

    /** The class of the table; null without. */
    @Nullable
    String look() {
        return Look.ofList(cube.cells().size());
    }

    /** The file that has all rows, in any selection; null where the page has them. */
    @Nullable
    String file() {
        return LongList.file(cube);
    }

    /** How many rows there are in all. */
    String all() {
        return grouped(String.valueOf(cube.rows()));
    }

    String name(int column) {
        return cube.cells().get(column).name();
    }

    boolean isMoney(int column) {
        return cube.file().money().contains(name(column));
    }

    /** Why there are no rows. */
    String why() {
        if (cube.missing() != null) {
            return cube.missing();
        }
        String empty = cube.file().empty();
        return cube.rows() > 0
                ? "Nothing in this selection."
                : empty != null ? empty : "The marts hold no rows of this kind.";
    }

    /** A value as it is listed. */
    static String text(Cells cells, @Nullable String value) {
        if (value == null) {
            return "";
        }
        return switch (cells.type()) {
            case FLAG -> value.equals("true") ? "yes" : "no";
            case NUMBER -> grouped(value);
            case TEXT, DATE -> value;
        };
    }

    private static String grouped(String number) {
        int point = number.indexOf('.');
        String grouped = point < 0
                ? number.replaceAll(GROUPS, ",")
                : number.substring(0, point).replaceAll(GROUPS, ",") + number.substring(point);
        return grouped.replace('-', Cell.MINUS);
    }
}
