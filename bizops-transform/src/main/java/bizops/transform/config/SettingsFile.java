package bizops.transform.config;

import bizops.singer.config.Problems;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code settings.json}: unknown keys and wrong values are all reported, never ignored. Immutable. */
public final class SettingsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MANY = 1_000_000;

    private final Path file;
    private final Clock clock;

    /** @param clock tells today where {@code as_of} is not set */
    public SettingsFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads the file; where there is none, every setting has its default. */
    public Settings read(Problems problems) {
        JsonSettings json = new JsonSettings(String.valueOf(file.getFileName()), parse(problems), problems);
        ZoneId zone = zone(json);
        List<@Nullable String> saoTypes =
                json.texts("sao_types", Arrays.asList("New Business", "Add-On Business", null), true);
        List<String> models = models(json);
        Settings settings = new Settings(
                asOf(json, zone),
                zone,
                currency(json),
                json.number("gross_margin", BigDecimal.ZERO, BigDecimal.ONE),
                json.integer("lookback_days", 365, 0, MANY),
                json.integer("time_decay_half_life_days", 30, 1, MANY),
                json.integer("touch_dedup_days", 1, 0, 366),
                json.integer("retention_cap_months", 60, 1, MANY),
                present(saoTypes),
                saoTypes.contains(null),
                present(json.texts(
                        "sao_excluded_stages", List.of("00-Pre Opportunity", "9-Unqualified", "10-Duplicate"), false)),
                present(json.texts("sao_excluded_lead_sources", List.of("Web Direct"), false)),
                json.integer("fiscal_year_start_month", 1, 1, 12),
                oneOf(json, "fiscal_year_named_by", "end", List.of("end", "start")),
                models,
                oneOf(json, "default_model", models.contains("first") ? "first" : models.get(0), models),
                json.number("average_retention_months", BigDecimal.ZERO, BigDecimal.valueOf(MANY)),
                json.integer("slow_stage_days", 60, 0, MANY),
                json.integer("stale_days", 30, 0, MANY),
                json.number("reject_limit", BigDecimal.ZERO, BigDecimal.ONE).orElse(new BigDecimal("0.001")),
                FreshnessSection.read(json));
        json.refuseUnknown();
        return settings;
    }

    private JsonNode parse(Problems problems) {
        JsonNode empty = JsonNodeFactory.instance.objectNode();
        if (!Files.exists(file)) {
            return empty;
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
            problems.add(file + ": must hold one JSON object");
        } catch (JsonProcessingException broken) {
            problems.add(file + ": not JSON: " + broken.getOriginalMessage()
                    + (broken.getLocation() == null
                            ? ""
                            : " in line " + broken.getLocation().getLineNr()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return empty;
    }

    private static ZoneId zone(JsonSettings json) {
        String name = json.text("reporting_timezone").orElse("UTC");
        if (name.equals("UTC") || ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        json.wrong(
                "reporting_timezone",
                "must be an IANA zone such as Europe/Berlin",
                JsonNodeFactory.instance.textNode(name));
        return ZoneOffset.UTC;
    }

    private LocalDate asOf(JsonSettings json, ZoneId zone) {
        String text = json.text("as_of").orElse("");
        if (!text.isEmpty()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException wrong) {
                json.wrong("as_of", "must be a date such as 2024-01-31", JsonNodeFactory.instance.textNode(text));
            }
        }
        return LocalDate.now(clock.withZone(zone));
    }

    private static String currency(JsonSettings json) {
        String code = json.text("reporting_currency").orElse("USD");
        if (!code.matches("[A-Z]{3}")) {
            json.wrong(
                    "reporting_currency",
                    "must be an ISO 4217 code such as USD",
                    JsonNodeFactory.instance.textNode(code));
        }
        return code;
    }

    private static List<String> models(JsonSettings json) {
        List<String> models = present(json.texts("models", List.copyOf(Settings.MODELS), false));
        for (String model : models) {
            if (!Settings.MODELS.contains(model)) {
                json.wrong(
                        "models",
                        "may hold " + String.join(", ", Settings.MODELS)
                                + " (shapley by value of the paths, not by rate)",
                        JsonNodeFactory.instance.textNode(model));
            }
        }
        if (Set.copyOf(models).size() < models.size()) {
            json.wrong(
                    "models",
                    "must name each model once",
                    JsonNodeFactory.instance.textNode(String.join(", ", models)));
        }
        return models.isEmpty() ? Settings.MODELS : models;
    }

    private static String oneOf(JsonSettings json, String key, String fallback, List<String> allowed) {
        String text = json.text(key).orElse(fallback);
        if (!allowed.contains(text)) {
            json.wrong(key, "must be one of " + String.join(", ", allowed), JsonNodeFactory.instance.textNode(text));
        }
        return text;
    }

    private static List<String> present(List<@Nullable String> texts) {
        List<String> present = new ArrayList<>();
        texts.stream().filter(Objects::nonNull).forEach(text -> present.add(Objects.requireNonNull(text)));
        return List.copyOf(present);
    }
}
