package bizops.report.drive;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen on a page. Immutable.
 *
 * @param months from the first to the last of the data
 * @param hasPeriod whether a period can be chosen
 * @param single keys by filter, of which exactly one is chosen
 * @param many keys by filter, of which any number is chosen; null is a key of its own
 */
public record Offer(
        List<YearMonth> months,
        boolean hasPeriod,
        Map<String, List<@Nullable String>> single,
        Map<String, List<@Nullable String>> many) {
    /** Out of what the browser returned. */
    static Offer of(@Nullable Object read) {
        if (!(read instanceof Map<?, ?> page)) {
            throw new IllegalStateException("the page has no data");
        }
        Map<String, List<@Nullable String>> single = new TreeMap<>();
        Map<String, List<@Nullable String>> many = new TreeMap<>();
        for (Object item : items(page.get("filters"))) {
            if (item instanceof Map<?, ?> filter) {
                List<@Nullable String> keys = new ArrayList<>();
                items(filter.get("keys")).forEach(key -> keys.add(key == null ? null : key.toString()));
                (Boolean.TRUE.equals(filter.get("many")) ? many : single).put(String.valueOf(filter.get("key")), keys);
            }
        }
        List<YearMonth> months = items(page.get("months")).stream()
                .map(month -> YearMonth.parse(String.valueOf(month)))
                .toList();
        return new Offer(months, Boolean.TRUE.equals(page.get("hasPeriod")), single, many);
    }

    private static List<?> items(@Nullable Object list) {
        return list instanceof List<?> items ? items : List.of();
    }
}
