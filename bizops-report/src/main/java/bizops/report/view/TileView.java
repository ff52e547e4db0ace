package bizops.report.view;

import bizops.report.source.Measure;
import bizops.report.source.Tile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tile of the default selection, ready to print. Immutable.
 *
 * @param headings titles of the dimensions that make its rows
 * @param columns what {@code across} makes; empty without
 * @param lines in the order shown
 * @param total the line below them, and the figures of a tile of big numbers; null where the tile has none
 * @param changes for each measure of a tile that compares; else empty
 * @param missing why cubes of it could not be read
 */
public record TileView(
        Tile tile,
        List<String> headings,
        List<Measure> measures,
        List<Column> columns,
        List<Line> lines,
        @Nullable Line total,
        List<Comparison> changes,
        List<String> missing) {

    /** A column of {@code across}, with the measures of the tile. Immutable. */
    public record Column(@Nullable String key, String label) {}

    /**
     * One row. Immutable.
     *
     * @param keys one a dimension of {@code by}; empty in the total
     * @param months of its period; null where it has none
     * @param marks what holds of the row, such as that it is not mature yet
     * @param cells a measure each, and that for each column
     */
    public record Line(
            List<@Nullable String> keys,
            @Nullable MonthRange months,
            List<String> labels,
            List<String> marks,
            List<Cell> cells) {}
}
