package bizops.tap.zuora;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.tap.zuora.read.ReadSettings.Lookback;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often streams are read further back, or whole. The defaults are those item tables whose rows are known to change
 * behind the stamp after repairs of Zuora's, and the charge, of which three fields change without it. Owned by one
 * thread.
 */
final class Periods {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Lookback FORTNIGHT = new Lookback(Duration.ofDays(7), Duration.ofDays(14));
    private static final Lookback QUARTER = new Lookback(Duration.ofDays(7), Duration.ofDays(90));
    private static final List<String> FORTNIGHTLY = List.of(
            "InvoiceItem",
            "InvoiceItemAdjustment",
            "TaxationItem",
            "CreditTaxationItem",
            "DebitMemoItem",
            "DebitTaxationItem",
            "CreditMemoApplicationItem",
            "PaymentApplicationItem",
            "RefundApplicationItem",
            "RevenueEventItem",
            "RevenueEventItemDebitMemoItem",
            "RevenueEventItemInvoiceItem",
            "RevenueEventItemInvoiceItemAdjustment");
    private static final List<String> QUARTERLY = List.of("CreditMemoItem", "RevenueEventItemCreditMemoItem");
    private static final String CHARGE = "RatePlanCharge";

    private final Config config;
    private final Problems problems;

    Periods(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    Map<String, Lookback> lookbacks(String setting) {
        Map<String, Lookback> periods = new HashMap<>();
        FORTNIGHTLY.forEach(stream -> periods.put(stream, FORTNIGHT));
        QUARTERLY.forEach(stream -> periods.put(stream, QUARTER));
        given(setting).properties().forEach(stream -> {
            JsonNode every = stream.getValue().path("every_days");
            JsonNode days = stream.getValue().path("days");
            if (!days.isInt()
                    || days.intValue() < 0
                    || (days.intValue() > 0 && (!every.isInt() || every.intValue() < 1))) {
                problems.add(
                        "'" + setting + "' must be such as {\"InvoiceItem\": {\"every_days\": 7, \"days\": 14}}, got "
                                + stream.getValue() + " for " + stream.getKey());
            } else if (days.intValue() == 0) {
                periods.remove(stream.getKey());
            } else {
                periods.put(
                        stream.getKey(),
                        new Lookback(Duration.ofDays(every.intValue()), Duration.ofDays(days.intValue())));
            }
        });
        return periods;
    }

    Map<String, Duration> refreshes(String setting) {
        Map<String, Duration> periods = new HashMap<>();
        periods.put(CHARGE, Duration.ofDays(7));
        given(setting).properties().forEach(stream -> {
            JsonNode days = stream.getValue();
            if (!days.isInt() || days.intValue() < 0) {
                problems.add("'" + setting + "' must be such as {\"RatePlanCharge\": 7}, got " + days + " for "
                        + stream.getKey());
            } else if (days.intValue() == 0) {
                periods.remove(stream.getKey());
            } else {
                periods.put(stream.getKey(), Duration.ofDays(days.intValue()));
            }
        });
        return periods;
    }

    private JsonNode given(String setting) {
        try {
            return JSON.readTree(config.json(setting).orElse("{}"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
