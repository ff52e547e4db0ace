package bizops.report.source;

/** What a measure counts in. The names are used by the pages' script. */
public enum Unit {
    /** The reporting currency. */
    MONEY(0),
    /** Credits: whole numbers where the model gives whole credits only, else two decimals. */
    CREDIT(2),
    /** Things that come whole. */
    COUNT(0),
    /** One number over another. */
    RATIO(2),
    /** A share, shown times 100. */
    PERCENT(1),
    /** Whole local days; a median may end in a half. */
    DAYS(1),
    /** Months. */
    MONTHS(1);

    private final int places;

    Unit(int places) {
        this.places = places;
    }

    /** Decimals shown unless the measure says otherwise. */
    public int places() {
        return places;
    }
}
