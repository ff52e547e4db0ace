package bizops.sandbox.zuora.zoql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as written.
 *
 * @param columns empty where aggregates are selected
 * @param offset rows left out at the start
 * @param limit rows at most
 */
record Query(
        List<Path> columns,
        List<Function> functions,
        String object,
        @Nullable Condition where,
        List<Order> order,
        long offset,
        long limit) {
    /** An aggregate as written; without a path it counts rows, {@code alias} names its column in the answer. */
    record Function(Aggregate.Kind kind, @Nullable Path path, String alias) {}

    /** A field, of the object itself or of a related row; {@code *} for all fields. */
    record Path(@Nullable String relationship, String field) {
        boolean isStar() {
            return field.equals("*");
        }

        @Override
        public String toString() {
            return relationship == null ? field : relationship + "." + field;
        }
    }

    record Order(Path path, boolean descending) {}
}
