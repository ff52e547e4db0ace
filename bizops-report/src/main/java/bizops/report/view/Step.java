package bizops.report.view;

import org.jspecify.annotations.Nullable;

/**
 * Where on an axis a row of a cube belongs. Immutable.
 *
 * @param key null for the rows without one, and unless it is one key
 */
record Step(Kind kind, @Nullable String key) {
    static final Step EVERY = new Step(Kind.EVERY, null);
    static final Step NONE = new Step(Kind.NONE, null);

    /** How many keys of the axis. */
    enum Kind {
        ONE,
        /** The row counts at every key. */
        EVERY,
        /** The row counts in the total alone. */
        NONE
    }

    static Step of(@Nullable String key) {
        return new Step(Kind.ONE, key);
    }
}
