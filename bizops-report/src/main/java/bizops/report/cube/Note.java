package bizops.report.cube;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers lack, from {@code marts.note}. Immutable.
 *
 * @param code stable name of the kind of note
 * @param object what it is about, for example a table or a file
 * @param rowsAffected null when rows cannot be counted
 * @param metrics the marts' columns that it bears on
 */
public record Note(
        String code, String object, String detail, @Nullable Long rowsAffected, List<String> metrics) {
    public Note {
        metrics = List.copyOf(metrics);
    }
}
