package bizops.report.cube;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that rows are grouped and filtered by. Immutable; {@code codes} is not to be changed.
 *
 * @param keys in the order shown; null, if there is one, is the last
 * @param labels what is shown for each key
 * @param codes for each row of the cube the place of its key in {@code keys}
 * @param numeric whether keys are numbers, in the order of their values
 */
@SuppressWarnings("ArrayRecordComponent") // Codes of many rows, without boxes.
public record Dimension(List<@Nullable String> keys, List<String> labels, int[] codes, boolean numeric) {
    /** What is shown where there is no key. */
    public static final String UNKNOWN = "Unknown";

    /** The same of the first rows only; keys that no other row has stay. */
    Dimension first(int rows) {
        return new Dimension(keys, labels, Arrays.copyOf(codes, rows), numeric);
    }

    static Dimension empty() {
        return new Dimension(List.of(), List.of(), new int[0], false);
    }
}
