package bizops.cli.doctor;

import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import java.util.Locale;

/**
 * What one check found. Immutable.
 *
 * @param subject what was looked at, such as {@code database}
 * @param text what is so
 * @param remedy what to do; empty where nothing need be done
 */
public record Finding(Level level, String subject, String text, String remedy) {
    /** How bad it is. */
    public enum Level {
        OK,
        /** A run goes on, and somebody should know. */
        WARN,
        /** A run will fail. */
        FAIL
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text, "");
    }

    static Finding warn(String subject, String text, String remedy) {
        return new Finding(Level.WARN, subject, text, remedy);
    }

    static Finding fail(String subject, String text, String remedy) {
        return new Finding(Level.FAIL, subject, text, remedy);
    }

    /** A line. */
    public String line() {
        return OneLine.of(Redactor.redact(String.format(
                Locale.ROOT, "%-4s  %-18s  %s%s", level, subject, text, remedy.isEmpty() ? "" : "; " + remedy)));
    }
}
