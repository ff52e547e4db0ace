package bizops.report.metabase;

/** A column as Metabase knows it, by its own number. Immutable. */
record FilterField(long id, boolean isDate) {
    /** What a reader chooses with. */
    String widget() {
        return isDate ? "date/all-options" : "string/=";
    }
}
