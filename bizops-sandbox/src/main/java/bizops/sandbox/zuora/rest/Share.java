package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.zoql.Found;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an answer a query of a job is given.
 *
 * @param since the first instant of the changes that it is given, null for all rows
 * @param stamp the field that says when a row changed, empty where all rows are given
 * @param deletes whether deleted rows may be among them
 */
record Share(@Nullable Instant since, String stamp, boolean deletes) {
    boolean full() {
        return since == null;
    }

    List<Found> of(List<Found> rows) {
        return since == null
                ? rows
                : rows.stream()
                        .filter(row -> row.own().get(stamp) instanceof Instant at && !at.isBefore(since))
                        .toList();
    }
}
