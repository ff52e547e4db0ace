package bizops.report.source;

import org.jspecify.annotations.Nullable;

/**
 * A column of a cube that is added up. Immutable.
 *
 * @param unknown whether it may be null, which is unknown and not 0
 * @param months in which months it counts
 * @param lacking the sum of the same cube that counts what is missing in this one; null where none does
 */
public record SumColumn(
        String name,
        boolean unknown,
        Months months,
        @Nullable String lacking) {
    /** One whose missing parts nothing counts. */
    public SumColumn(String name, boolean unknown, Months months) {
        this(name, unknown, months, null);
    }

    /** The months of a selection, or of each period in a table by period, in which a sum counts. */
    public enum Months {
        ALL,
        FIRST,
        LAST
    }
}
