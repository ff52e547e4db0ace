package bizops.transform.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a table differ in two schemas. Immutable.
 *
 * @param table layer and name
 * @param says what cannot be compared row by row, such as a table that is there once; else empty
 * @param published rows that only the published one has
 * @param full rows that only the other one has
 */
public record TableDifference(String table, String says, Side published, Side full) {

    /** Rows of one side: how many, and some of them as texts. */
    public record Side(long count, List<String> samples) {
        static final Side NONE = new Side(0, List.of());
    }

    static TableDifference says(String table, String says) {
        return new TableDifference(table, says, Side.NONE, Side.NONE);
    }

    boolean isDifferent() {
        return !says.isEmpty() || published.count() > 0 || full.count() > 0;
    }

    /** Lines to print. */
    public List<String> lines() {
        if (!says.isEmpty()) {
            return List.of(table + ": " + says);
        }
        List<String> lines = new ArrayList<>();
        lines.add(table + ": rows only as published " + published.count() + ", only in a full build " + full.count());
        published.samples().forEach(row -> lines.add("  - " + row));
        full.samples().forEach(row -> lines.add("  + " + row));
        return lines;
    }
}
