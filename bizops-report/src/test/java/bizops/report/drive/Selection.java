package bizops.report.drive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the page's filters. Immutable.
 *
 * @param grain {@code all}, {@code year}, {@code quarter} or {@code month}
 * @param from first period of that grain, such as {@code 2026-Q1}; ignored for {@code all}
 * @param to last period
 * @param channels null for all
 * @param by column that SAOs are grouped by
 */
public record Selection(
        String grain,
        String from,
        String to,
        String basis,
        String model,
        @Nullable List<String> channels,
        String by) {

    /** What the page shows before anybody has filtered. */
    public static Selection initial(String model) {
        return new Selection("all", "", "", "calendar", model, null, "lead_source");
    }

    /** The part of the page's address behind the #. */
    public String fragment() {
        List<String> parts = new ArrayList<>();
        if (!grain.equals("all")) {
            parts.add("period=" + grain);
            parts.add("from=" + from);
            parts.add("to=" + to);
        }
        parts.add("basis=" + basis);
        parts.add("model=" + encoded(model));
        if (channels != null) {
            channels.forEach(channel -> parts.add("channel=" + encoded(channel)));
            if (channels.isEmpty()) {
                parts.add("channel=");
            }
        }
        parts.add("by=" + by);
        return String.join("&", parts);
    }

    /** First month, or null without a bound. */
    public @Nullable YearMonth firstMonth() {
        return grain.equals("all") ? null : first(from);
    }

    /** Last month, or null without a bound. */
    public @Nullable YearMonth lastMonth() {
        return switch (grain) {
            case "all" -> null;
            case "year" -> first(to).plusMonths(11);
            case "quarter" -> first(to).plusMonths(2);
            default -> first(to);
        };
    }

    private YearMonth first(String period) {
        return switch (grain) {
            case "year" -> YearMonth.of(Integer.parseInt(period), 1);
            case "quarter" ->
                YearMonth.of(Integer.parseInt(period.substring(0, 4)), Integer.parseInt(period.substring(6)) * 3 - 2);
            default -> YearMonth.parse(period);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
