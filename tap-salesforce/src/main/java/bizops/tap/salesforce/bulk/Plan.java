package bizops.tap.salesforce.bulk;

import java.util.List;

/**
 * The interfaces to try for one read, in order.
 *
 * @param why in words, for the log
 */
record Plan(List<BulkSettings.Api> order, String why) {
    Plan {
        order = List.copyOf(order);
    }
}
