package bizops.report.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures and the charts drawn from it; {@code docs/pages.md} says what each key means. Immutable.
 *
 * @param id unique on its page: the title in lower case, blanks as hyphens
 * @param by dimensions that make a row, {@code period} among them
 * @param where fixed values by filter name
 * @param ignore names of filters it does not follow
 * @param rows cube of rows; then there are no measures
 * @param note HTML, made from Markdown
 */
public record Tile(
        String id,
        String title,
        List<String> by,
        @Nullable String across,
        List<String> measures,
        Show show,
        @Nullable Sort sort,
        Map<String, List<Integer>> buckets,
        boolean total,
        boolean compare,
        Map<String, String> where,
        Set<String> ignore,
        List<Chart> charts,
        @Nullable String rows,
        @Nullable String drill,
        @Nullable String note,
        boolean definitions,
        Place place)
        implements Block {

    /** The same without links from its rows. */
    public Tile withoutDrill() {
        return new Tile(
                id,
                title,
                by,
                across,
                measures,
                show,
                sort,
                buckets,
                total,
                compare,
                where,
                ignore,
                charts,
                rows,
                null,
                note,
                definitions,
                place);
    }

    /** How the table appears. */
    public enum Show {
        TABLE,
        FOLDED,
        FIGURES,
        NONE
    }
}
