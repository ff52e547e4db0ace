package bizops.transform.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric that is a sum over rows, and which they are. Immutable.
 *
 * @param relation the mart or core table, with its layer
 * @param columns the columns to show
 * @param summed the column whose sum is the metric; empty where it is no sum
 * @param eventType of credits; empty for other rows
 * @param within greatest days before the close; empty where that does not matter
 */
record Fact(
        String relation,
        List<String> columns,
        Optional<String> summed,
        Optional<String> eventType,
        Optional<String> within) {
    static final String CREDIT = "attribution_credit";
    static final String SPEND = "spend_day";
    static final String CONVERSION = "conversion_time";

    private static final Pattern WITHIN = Pattern.compile("iacv_within_(\\d+)");

    /** The rows of {@code metric}; empty for one that is made of other metrics. */
    static Optional<Fact> of(String metric) {
        Matcher within = WITHIN.matcher(metric);
        if (within.matches()) {
            return Optional.of(credit("won", "credit", Optional.of(within.group(1))));
        }
        return switch (metric) {
            case "leads" -> Optional.of(credit("lead", "weight", Optional.empty()));
            case "saos" -> Optional.of(credit("sao", "weight", Optional.empty()));
            case "sao_iacv" -> Optional.of(credit("sao", "credit", Optional.empty()));
            case "won" -> Optional.of(credit("won", "weight", Optional.empty()));
            case "won_iacv" -> Optional.of(credit("won", "credit", Optional.empty()));
            case "new_customers" -> Optional.of(credit("new_customer", "weight", Optional.empty()));
            case "iacv_at_median" -> Optional.of(credit("won", "credit", Optional.of("median_conversion_days")));
            case "spend" ->
                Optional.of(new Fact(
                        SPEND,
                        List.of("spend_date", "campaign_id", "basis", "amount_local", "currency", "amount"),
                        Optional.of("amount"),
                        Optional.empty(),
                        Optional.empty()));
            case "median_days_own", "median_conversion_days" ->
                Optional.of(new Fact(
                        CONVERSION,
                        List.of("opportunity_id", "close_date", "first_touch_campaign_id", "conversion_days"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Fact credit(String eventType, String summed, Optional<String> within) {
        return new Fact(
                CREDIT,
                List.of(
                        "event_id",
                        "event_date",
                        "value",
                        "touch_id",
                        "touch_date",
                        "days_before",
                        "campaign_id",
                        "channel",
                        "weight",
                        "credit"),
                Optional.of(summed),
                Optional.of(eventType),
                within);
    }
}
