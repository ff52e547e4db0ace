package bizops.report.cube;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a cube whose rows are listed. Immutable.
 *
 * @param values as they are shown, but numbers not yet grouped and flags as {@code true} or {@code false}; null where
 *     there is none
 */
public record Cells(String name, String title, Type type, List<@Nullable String> values) {
    /** What the values are. The names in lower case are those of the pages' script. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        FLAG
    }
}
