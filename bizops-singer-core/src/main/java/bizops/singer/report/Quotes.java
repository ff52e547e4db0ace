package bizops.singer.report;

/**
 * Whether logs and errors may quote what a row could hold. They may, unless the user has asked for values to be hidden.
 * It is one for the process, because a message can come from any part of it. Thread-safe.
 */
public final class Quotes {
    private static final String WITHHELD = "(not shown: column_rules)";

    private static volatile boolean allowed = true;

    private Quotes() {}

    /** Settles it; the start of a run does so. */
    public static void allow(boolean quotes) {
        allowed = quotes;
    }

    public static boolean areAllowed() {
        return allowed;
    }

    /** A piece of a row or reply for a message: the text itself, or words in its place. */
    public static String of(String text) {
        return allowed ? text : WITHHELD;
    }

    /** A failure that is no message of ours: what it is and says, or only what it is. */
    public static String of(Throwable failure) {
        return allowed ? failure.toString() : failure.getClass().getName();
    }
}
