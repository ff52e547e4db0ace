package bizops.tap.salesforce;

import bizops.tap.salesforce.bulk.RowCounts;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a read that should have brought every row against Salesforce's own count: rows that sharing hides leave no trace. */
final class RowCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RowCheck.class);
    private static final String IS_DELETED = "IsDeleted";
    private static final long WHOLE = 100;
    /** The count is an estimate. */
    private static final long NEARLY = 99;

    private RowCheck() {}

    /** Whether the row is in no bin; the count leaves those out. */
    static boolean isLive(Map<String, @Nullable Object> row) {
        return !Boolean.TRUE.equals(row.get(IS_DELETED));
    }

    /** Warns when more than one row in a hundred did not come. */
    static void warn(String object, long live, RowCounts counts) {
        OptionalLong counted = counts.ofObject(object);
        if (counted.isPresent() && live * WHOLE < counted.getAsLong() * NEARLY) {
            LOG.warn(
                    "stream \"{}\": {} rows came, while Salesforce counts about {}: the user may not see the others; give it"
                            + " the permission View All, or View All Data",
                    object,
                    live,
                    counted.getAsLong());
        }
    }
}
