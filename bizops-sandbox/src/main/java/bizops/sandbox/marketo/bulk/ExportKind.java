package bizops.sandbox.marketo.bulk;

/** What can be extracted in bulk, by its piece of the path. */
public enum ExportKind {
    LEADS("leads"),
    ACTIVITIES("activities"),
    MEMBERS("program/members");

    private final String path;

    ExportKind(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
