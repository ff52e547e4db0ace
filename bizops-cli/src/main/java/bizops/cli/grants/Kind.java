package bizops.cli.grants;

/** What a right is on: {@code GRANT ... ON ALL} and default rights name these. */
enum Kind {
    TABLES("TABLE", "r"),
    SEQUENCES("SEQUENCE", "S");

    private final String one;
    private final String letter;

    Kind(String one, String letter) {
        this.one = one;
        this.letter = letter;
    }

    /** The word for one of them. */
    String one() {
        return one;
    }

    /** As {@code pg_default_acl.defaclobjtype} has it. */
    String letter() {
        return letter;
    }
}
