package bizops.singer.error;

/** The exit codes that every executable shares; documented in {@code docs/exit-codes.md}. Immutable. */
public enum ExitCode {
    OK(0),
    /** Configuration, source, data or database failed. */
    FAILURE(1),
    /** The command line is wrong. */
    USAGE(2),
    /** Given by the virtual machine itself under {@code -XX:+ExitOnOutOfMemoryError}. */
    OUT_OF_MEMORY(3),
    /** Nothing is wrong that waiting does not mend (a lock, a quota, an unreachable server); the state is kept. */
    TRY_LATER(75),
    /** Some streams failed; the others are complete and their bookmarks are kept. */
    PARTIAL(77),
    INTERRUPTED(130),
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
