package bizops.dist.faults.link;

/** What becomes of a message and of its connection. */
public enum Verdict {
    /** It is handed on. */
    GO,
    /** Half of it is handed on, if it carries rows; then both sides lose their connection. */
    CUT,
    /** The client loses its connection, and the server hears nothing of it. */
    HALF_OPEN
}
