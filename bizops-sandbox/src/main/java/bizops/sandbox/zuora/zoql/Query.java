package bizops.sandbox.zuora.zoql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as written.
 *
 * @param offset rows left out at the start
 * @param limit rows at most
 */
record Query(List<Path> columns, String object, @Nullable Condition where, List<Order> order, long offset, long limit) {
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
