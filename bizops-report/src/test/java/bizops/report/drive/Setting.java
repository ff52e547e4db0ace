package bizops.report.drive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a page's filters. Immutable.
 *
 * @param from first month, null for all time
 * @param to last month, null for all time
 * @param grain {@code month}, {@code quarter} or {@code year}
 * @param chosen keys by filter; a filter without an entry hides nothing
 */
public record Setting(
        @Nullable YearMonth from, @Nullable YearMonth to, String grain, Map<String, List<@Nullable String>> chosen) {

    /** The part of the page's address behind the #. */
    public String fragment() {
        List<String> parts = new ArrayList<>();
        parts.add("period=" + (from == null ? "all" : from + ".." + to));
        parts.add("grain=" + grain);
        chosen.forEach((filter, keys) ->
                parts.add(filter + "=" + keys.stream().map(Setting::encoded).collect(Collectors.joining(","))));
        return String.join("&", parts);
    }

    /** The same of all time. */
    Setting ofAllTime() {
        return new Setting(null, null, grain, chosen);
    }

    /** As many months just before; null for all time, and where they begin before the first month of the data. */
    @Nullable
    Setting before(List<YearMonth> months) {
        if (from == null || to == null || months.isEmpty()) {
            return null;
        }
        long length = ChronoUnit.MONTHS.between(from, to) + 1;
        YearMonth first = from.minusMonths(length);
        return first.isBefore(months.get(0)) ? null : new Setting(first, from.minusMonths(1), grain, chosen);
    }

    private static String encoded(@Nullable String key) {
        return key == null
                ? "~"
                : URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
