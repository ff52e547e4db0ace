package bizops.cli.grants;

/** What a right is on: {@code GRANT ... ON ALL} and default rights name these. */
enum Kind {
    TABLES("TABLE"),
    SEQUENCES("SEQUENCE");

    private final String one;

    Kind(String one) {
        this.one = one;
    }

    /** The word for one of them. */
    String one() {
        return one;
    }
}
