package bizops.report.source;

/**
 * A column of a cube that is added up. Immutable.
 *
 * @param unknown whether it may be null, which is unknown and not 0
 * @param months in which months it counts
 */
public record SumColumn(String name, boolean unknown, Months months) {
    /** The months of a selection, or of each period in a table by period, in which a sum counts. */
    public enum Months {
        ALL,
        FIRST,
        LAST
    }
}
