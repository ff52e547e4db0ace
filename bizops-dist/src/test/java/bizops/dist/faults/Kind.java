package bizops.dist.faults;

import bizops.dist.faults.link.Phase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What strikes a load. */
enum Kind {
    TAP_KILLED(Ends.INPUT),
    TARGET_KILLED(Ends.KILLED),
    /** PostgreSQL's first process is killed with all others, and the server is started again a moment later. */
    SERVER_KILLED(Ends.LOST),
    /** The process behind the connection is killed, upon which PostgreSQL starts all others again by itself. */
    BACKEND_KILLED(Ends.LOST),
    CUT_IN_COPY(Ends.LOST, Phase.COPY),
    CUT_BEFORE_MERGE(Ends.LOST, Phase.MERGE),
    CUT_BEFORE_COMMIT(Ends.LOST, Phase.COMMIT),
    CUT_BEFORE_ANSWER(Ends.LOST, Phase.ANSWER),
    /** The client loses the connection, and the server keeps its session. */
    HALF_OPEN(Ends.LOST),
    /** What the load has still to write may fit into the room that is left. */
    DISK_FULL(Ends.FAILED_OR_NOT),
    BACKEND_TERMINATED(Ends.LOST),
    STATEMENT_CANCELLED(Ends.FAILED_OR_NOT, Phase.COPY),
    /** The database gets a statement_timeout of a few milliseconds, and the connection is lost. */
    STATEMENT_TIMEOUT(Ends.LOST),
    DEADLOCK(Ends.LOST, Phase.MERGE),
    /** Two targets write rows of their own to the same tables, and one is struck in one of the ways above. */
    TWO_TARGETS(Ends.WELL),
    TARGET_STOPPED(Ends.WELL),
    LINK_STALLED(Ends.WELL),
    LINK_SLOW(Ends.WELL);

    /** Those that need nothing but the two programs and their link. */
    static final List<Kind> ANYWHERE = List.of(
            TAP_KILLED,
            TARGET_KILLED,
            CUT_IN_COPY,
            CUT_BEFORE_MERGE,
            CUT_BEFORE_COMMIT,
            CUT_BEFORE_ANSWER,
            HALF_OPEN,
            BACKEND_TERMINATED);

    private final Ends ends;
    private final @Nullable Phase only;

    Kind(Ends ends) {
        this(ends, null);
    }

    /** @param only the phase at which alone it can strike; null if at any */
    Kind(Ends ends, @Nullable Phase only) {
        this.ends = ends;
        this.only = only;
    }

    /** Where it can strike. */
    List<Phase> phases() {
        return only == null ? List.of(Phase.values()) : List.of(only);
    }

    /**
     * The exit codes of a target that was struck.
     *
     * @param patient whether it tries again what may pass
     */
    Set<Integer> exits(boolean patient) {
        return switch (ends) {
            case WELL -> Set.of(0);
            case LOST -> patient ? Set.of(0) : Set.of(75);
            case INPUT, FAILED_OR_NOT -> Set.of(0, 1);
            case KILLED -> Set.of(137);
        };
    }

    /** Whether a patient target has to try again, if anything is left to be done. */
    boolean mayPass() {
        return ends == Ends.LOST;
    }

    /** How a target that was struck may end. */
    private enum Ends {
        WELL,
        /** What it met may pass. */
        LOST,
        FAILED_OR_NOT,
        /** Its input ended, maybe in the middle of a line. */
        INPUT,
        KILLED
    }
}
