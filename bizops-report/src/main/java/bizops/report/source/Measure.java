package bizops.report.source;

import bizops.report.formula.Formula;
import org.jspecify.annotations.Nullable;

/**
 * A formula with a name. Immutable.
 *
 * @param text the formula as written
 * @param definition in words, or {@code table.column} of the marts whose comment it is
 * @param rows null where none are listed
 */
public record Measure(
        String name,
        String title,
        Unit unit,
        int places,
        String text,
        Formula formula,
        String definition,
        Better better,
        @Nullable RowsBehind rows,
        Place place) {

    /** Which way is good, for the colour of a change. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }
}
