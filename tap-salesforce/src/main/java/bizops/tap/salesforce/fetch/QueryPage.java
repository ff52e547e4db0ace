package bizops.tap.salesforce.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query's reply. Immutable.
 *
 * @param next the vendor's opaque path of the next page; empty on the last one
 * @param bytes of JSON up to the page's end
 */
record QueryPage(List<Map<String, @Nullable Object>> rows, Optional<String> next, long bytes) {}
