package bizops.singer.rules;

import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.Problems;
import bizops.singer.config.SettingsSchema;
import bizops.singer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules and streams written down as a user writes them. */
final class Given {
    static final String KEY = "0123456789abcdef";

    private static final SettingsSchema SETTINGS = SettingsSchema.parse("""
            {"type": "object", "properties": {
              "column_rules": {"type": "array"},
              "column_rules_key": {"type": "string", "secret": true}}}
            """);

    private Given() {}

    /** The rules of the setting, under {@link #KEY}. */
    static ColumnRules rules(String json) {
        return rules(json, KEY);
    }

    /** @param key null for none */
    static ColumnRules rules(String json, @Nullable String key) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TEST_COLUMN_RULES", json);
        if (key != null) {
            environment.put("TEST_COLUMN_RULES_KEY", key);
        }
        Config config = new ConfigLoader("test", SETTINGS, environment, InputStream.nullInputStream()).load(List.of());
        Problems problems = new Problems();
        ColumnRules rules = ColumnRules.of(config, problems);
        problems.throwIfAny();
        return rules;
    }

    /** One rule for the field {@code value} of stream {@code s}. */
    static ColumnRules rule(String kind) {
        return rules("[{\"stream\": \"s\", \"column\": \"value\", \"rule\": \"" + kind + "\"}]");
    }

    /** What the rule makes of a value of that schema. */
    static @Nullable Object changed(String kind, String schema, @Nullable Object value) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("value", value);
        return laid(rule(kind), "{\"properties\": {\"value\": " + schema + "}}")
                .record(row)
                .get("value");
    }

    /** The rules over stream {@code s}, whose key is {@code id}. */
    static StreamRules laid(ColumnRules rules, String schema) {
        return rules.stream("s", new StreamDeclaration(object(schema), List.of("id"), List.of("at")), problem -> {
            throw new AssertionError(problem);
        });
    }

    static Map<String, @Nullable Object> object(String json) {
        try {
            return Json.parseObject(json);
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
