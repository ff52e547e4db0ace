package bizops.tap.marketo.bulk;

/** What can be extracted in bulk. */
public enum ExportKind {
    LEADS("leads"),
    ACTIVITIES("activities"),
    MEMBERS("program/members");

    private final String path;

    ExportKind(String path) {
        this.path = path;
    }

    /** The piece of the address that names it. */
    String path() {
        return path;
    }
}
