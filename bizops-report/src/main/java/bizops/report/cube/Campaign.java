package bizops.report.cube;

/**
 * A campaign, or one of the two rows that stand for none. Immutable.
 *
 * @param id the source's id, or that of the special row
 * @param spendKnown whether any spend is known; without it spend is a gap, never 0
 */
public record Campaign(String id, String name, String channel, boolean spendKnown) {
    /** Id, name and channel of the row for events that no touch earned. */
    public static final String UNATTRIBUTED = "(unattributed)";

    /** Id, name and channel of the row for spend on campaigns that are no longer there. */
    static final String ABSENT = "(absent campaign)";

    /** Whether this is the row for events that no touch earned: it can have no spend. */
    public boolean isUnattributed() {
        return id.equals(UNATTRIBUTED);
    }

    /** Whether this is a campaign and not a row that stands for none. */
    public boolean isReal() {
        return !isUnattributed() && !id.equals(ABSENT);
    }
}
