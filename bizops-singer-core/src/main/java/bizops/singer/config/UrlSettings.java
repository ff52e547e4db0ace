package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Fills settings from the one that holds several as a URL ({@code x-connection-url}), before anything is checked. */
final class UrlSettings {
    private final SettingsSchema schema;
    private final Problems problems;

    UrlSettings(SettingsSchema schema, Problems problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void fill(Map<String, Given> settings) {
        schema.connectionUrl().ifPresent(name -> {
            Given url = settings.get(name);
            if (url != null && url.value().isTextual() && !url.value().asText().isEmpty()) {
                fill(name, url, settings);
            }
        });
    }

    private void fill(String name, Given url, Map<String, Given> settings) {
        var unused = new Secret(url.value().asText());
        try {
            ConnectionUrl.settings(url.value().asText()).forEach((part, value) -> {
                if (schema.setting(part).isPresent()) {
                    put(name, url, part, value, settings);
                }
            });
        } catch (IllegalArgumentException wrong) {
            problems.add("'" + name + "' " + wrong.getMessage() + " (" + url.origin() + ")");
            problems.throwIfAny(); // what it was to fill would only be called missing
        }
    }

    private void put(String name, Given url, String part, JsonNode value, Map<String, Given> settings) {
        Given other = settings.putIfAbsent(part, new Given(value, name + " in " + url.origin()));
        if (other != null && !other.value().asText().equals(value.asText())) {
            problems.add("'" + part + "' (" + other.origin() + ") is not what '" + name + "' (" + url.origin()
                    + ") says: keep one");
        }
    }
}
