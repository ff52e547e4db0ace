package bizops.cli.alert;

import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;

/**
 * Something that is wrong. Immutable.
 *
 * @param where a step, a schema or a model
 * @param what a stream, a table or a test
 * @param line what, where, what to do; without line ends and without secrets
 */
record Finding(Kind kind, boolean isError, String where, String what, String line) {
    /** What there is to find. */
    enum Kind {
        FAILED,
        TEST,
        REJECTED,
        DRIFT,
        VOLUME,
        STALE;

        /** As {@code bizops.yml} and the database name it. */
        String text() {
            return switch (this) {
                case FAILED -> "failed";
                case TEST -> "test";
                case REJECTED -> "rejected";
                case DRIFT -> "drift";
                case VOLUME -> "volume";
                case STALE -> "stale";
            };
        }

        /** What the keys begin with of all that is found at one place. */
        String at(String where) {
            return text() + "/" + where + "/";
        }
    }

    Finding {
        line = OneLine.of(Redactor.redact(line));
    }

    static Finding error(Kind kind, String where, String what, String line) {
        return new Finding(kind, true, where, what, line);
    }

    static Finding warning(Kind kind, String where, String what, String line) {
        return new Finding(kind, false, where, what, line);
    }

    /** The same for the same trouble in every run. */
    String key() {
        return kind.at(where) + what;
    }
}
