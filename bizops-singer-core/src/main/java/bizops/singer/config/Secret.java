package bizops.singer.config;

import bizops.singer.report.Redactor;

/**
 * A value that must not be shown. Making one also teaches the {@link Redactor} to blank it out of every log and error
 * line. Immutable.
 */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
        Redactor.hide(value);
    }

    /** The value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
