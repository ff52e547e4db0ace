package bizops.sandbox.salesforce.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query.
 *
 * @param select the selected paths, empty for {@code COUNT()} and for aggregates
 * @param aggregates instead of paths, over all rows
 * @param limit rows at most, -1 without a limit
 */
record Query(
        List<Path> select,
        List<Function> aggregates,
        String object,
        int objectAt,
        @Nullable Condition where,
        List<Order> orderBy,
        int limit,
        int offset) {

    boolean isCount() {
        return select.isEmpty() && aggregates.isEmpty();
    }

    /** A field, reached over relationships; {@code at} is its place in the text. */
    record Path(List<String> names, int at) {
        String text() {
            return String.join(".", names);
        }
    }

    /** An aggregate as written; {@code alias} is its key in the answer. */
    record Function(Aggregate.Kind kind, Path path, String alias) {}

    record Order(Path path, boolean descending, boolean nullsLast) {}
}
