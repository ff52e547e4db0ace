package bizops.tap.salesforce.bulk;

/** Bulk does not bring the rows, for a reason that another interface need not share; the message says which. */
final class BulkRefusedException extends RuntimeException {
    private final boolean everywhere;

    private BulkRefusedException(String why, boolean everywhere) {
        super(why);
        this.everywhere = everywhere;
    }

    /** This interface fails; another version of Bulk may do. */
    static BulkRefusedException here(String why) {
        return new BulkRefusedException(why, false);
    }

    /** No version of Bulk knows the object or is open to the user. */
    static BulkRefusedException everywhere(String why) {
        return new BulkRefusedException(why, true);
    }

    boolean isEverywhere() {
        return everywhere;
    }
}
