package bizops.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart of a tile's figures. Immutable.
 *
 * @param top how many rows are drawn, in the order of the table; null for all
 */
public record Chart(
        Kind kind, List<String> measures, @Nullable Integer top, String title) {
    /** How it is drawn. The names in lower case are those of the files and of the pages' script. */
    public enum Kind {
        BAR,
        LINE,
        STACKED,
        WATERFALL,
        HEATMAP,
        FUNNEL
    }
}
