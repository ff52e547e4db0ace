package bizops.transform.audit;

import java.util.List;

/**
 * What a test found. Immutable.
 *
 * @param test the test, such as {@code unique(lead_id)}
 * @param model the relation it looked at
 * @param isError stops the publishing when there are failing rows
 * @param failing rows that fail
 * @param says what is wrong with them
 * @param samples keys of the first of them
 */
public record Finding(
        String test, String model, boolean isError, long failing, String says, List<String> samples, String query) {

    public boolean isBroken() {
        return failing > 0;
    }

    /** One line. */
    public String line() {
        return "test " + test + " on " + model + ": " + says + ": " + failing + (failing == 1 ? " row" : " rows")
                + (samples.isEmpty() ? "" : ", such as " + String.join("; ", samples));
    }
}
