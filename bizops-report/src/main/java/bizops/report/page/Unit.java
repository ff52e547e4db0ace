package bizops.report.page;

/** What a measure counts in, and so how many decimals are shown. The names are used by the page's script. */
enum Unit {
    /** The reporting currency. */
    MONEY(2),
    /** Credits: whole numbers where the model gives whole credits only, else two decimals. */
    CREDIT(2),
    /** Things that come whole. */
    COUNT(0),
    /** One number over another of the same kind. */
    RATIO(2),
    /** Hundredths. */
    PERCENT(1),
    /** Whole local days; a median may end in a half. */
    DAYS(1);

    private final int places;

    Unit(int places) {
        this.places = places;
    }

    /** Decimals shown. */
    int places() {
        return places;
    }
}
