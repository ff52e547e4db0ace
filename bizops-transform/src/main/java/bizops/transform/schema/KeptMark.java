package bizops.transform.schema;

/** What the comment of a table begins with that outlives every build, so that it is known whose it is. */
public final class KeptMark {
    public static final String TEXT = "Kept by bizops-transform";

    private KeptMark() {}
}
