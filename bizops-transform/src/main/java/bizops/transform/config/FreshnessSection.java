package bizops.transform.config;

import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code freshness} of settings.json: limits by stream, such as {@code Lead} or {@code zuora.Account}. */
final class FreshnessSection {
    private static final String KEY = "freshness";
    private static final String WARN = "warn_hours";
    private static final String ERROR = "error_hours";

    private FreshnessSection() {}

    static Map<String, FreshnessLimit> read(JsonSettings json) {
        Map<String, FreshnessLimit> limits = new LinkedHashMap<>();
        json.object(KEY)
                .ifPresent(object -> object.properties()
                        .forEach(stream -> limits.put(
                                stream.getKey(), limit(json, KEY + "." + stream.getKey(), stream.getValue()))));
        return Map.copyOf(limits);
    }

    private static FreshnessLimit limit(JsonSettings json, String path, JsonNode node) {
        if (!node.isObject()) {
            json.wrong(path, "must be an object with " + WARN + " and " + ERROR, node);
            return FreshnessLimit.DEFAULT;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals(WARN) && !name.equals(ERROR)) {
                json.wrong(path, "has an unknown '" + name + "'" + Suggestion.hint(name, List.of(WARN, ERROR)), node);
            }
        });
        return new FreshnessLimit(
                hours(json, path, node, WARN).orElse(FreshnessLimit.DEFAULT.warnHours()),
                hours(json, path, node, ERROR));
    }

    private static Optional<BigDecimal> hours(JsonSettings json, String path, JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        Optional<BigDecimal> hours = JsonSettings.decimal(value).filter(number -> number.signum() > 0);
        if (hours.isEmpty()) {
            json.wrong(path + "." + name, "must be a number of hours over 0", value);
        }
        return hours;
    }
}
