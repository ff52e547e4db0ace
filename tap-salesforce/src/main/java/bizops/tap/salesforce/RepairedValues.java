package bizops.tap.salesforce;

import bizops.tap.salesforce.fetch.RowFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what could not be sent as it was. */
final class RepairedValues {
    private static final Logger LOG = LoggerFactory.getLogger(RepairedValues.class);

    private RepairedValues() {}

    static void warn(String stream, RowFeed rows) {
        long repaired = rows.repairedValues();
        if (repaired > 0) {
            LOG.warn(
                    "stream \"{}\": {} values were not valid and were changed: half characters became U+FFFD, numbers"
                            + " such as NaN became null",
                    stream,
                    repaired);
        }
    }
}
