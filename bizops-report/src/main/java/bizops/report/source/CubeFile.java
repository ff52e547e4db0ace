package bizops.report.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query and what its columns are; {@code docs/pages.md} says what each key means. Immutable.
 *
 * @param sql as written, schemas still in braces
 * @param labels column of the text to show, by dimension
 * @param every dimensions in which null stands for every value
 * @param columns title by column, in the order shown; only for a cube of rows, which has no sums
 * @param money those of the columns that are amounts in the reporting currency
 * @param empty why it has no rows, where it has none; null where nobody says
 * @param place where the query begins
 */
public record CubeFile(
        String name,
        String title,
        String sql,
        List<String> dimensions,
        Map<String, String> labels,
        Set<String> every,
        List<SumColumn> sums,
        List<String> values,
        @Nullable String immature,
        Map<String, String> columns,
        Set<String> money,
        boolean details,
        boolean optional,
        @Nullable String empty,
        Place place) {

    /** Whether its rows are listed as they are. */
    public boolean isRows() {
        return !columns.isEmpty();
    }
}
