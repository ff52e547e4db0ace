package bizops.report.view;

import org.jspecify.annotations.Nullable;

/**
 * A figure as it is shown. Immutable.
 *
 * @param gap the reason why there is no figure; null when there is one
 */
public record Cell(String text, @Nullable String gap) {
    /** What stands for a figure that is not defined. */
    public static final String DASH = "\u2013";

    /** The sign of what is below zero: as wide as a plus, and read aloud. Files have the hyphen. */
    public static final char MINUS = '\u2212';

    static Cell gap(String reason) {
        return new Cell(DASH, reason);
    }
}
