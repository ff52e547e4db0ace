package bizops.report.cube;

/** How a measure gets its date; the names are those of the marts' column {@code basis}. */
public enum Basis {
    /** Each measure at its own date: spend at the spend date, a lead at its creation, won at the close date. */
    CALENDAR("calendar"),
    /** Credits at the date of the touch that earned them: what the money of that period brought. */
    COHORT("cohort");

    private final String key;

    Basis(String key) {
        this.key = key;
    }

    /** The value in the marts and in the page's data. */
    public String key() {
        return key;
    }

    static Basis of(String key) {
        for (Basis basis : values()) {
            if (basis.key.equals(key)) {
                return basis;
            }
        }
        throw new IllegalArgumentException("unknown basis: " + key);
    }
}
