package bizops.transform.staging;

import bizops.transform.raw.RawTable;
import java.util.List;

/**
 * A raw column with values that could not be read. Immutable.
 *
 * @param given values that are not blank
 * @param rejected those that could not be read
 * @param rows the first of them
 */
public record RejectCount(RawTable table, String column, long given, long rejected, List<Row> rows) {

    /** One such value. */
    public record Row(String key, String value) {}
}
