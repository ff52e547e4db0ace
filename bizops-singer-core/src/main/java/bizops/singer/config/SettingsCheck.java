package bizops.singer.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;

/** Checks settings against their schema with Everit and says every problem in the user's terms. */
final class SettingsCheck {
    private final SettingsSchema schema;
    private final EnvironmentSettings environment;

    SettingsCheck(SettingsSchema schema, EnvironmentSettings environment) {
        this.schema = schema;
        this.environment = environment;
    }

    void check(Map<String, Given> settings, Problems problems) {
        if (!PlainSettings.satisfy(schema.root(), settings)) {
            judge(settings, problems);
        }
    }

    /** As {@link #check}, by Everit alone. */
    void judge(Map<String, Given> settings, Problems problems) {
        JSONObject object = new JSONObject();
        settings.forEach((name, given) -> object.put(name, new JSONArray("[" + given.value() + "]").get(0)));
        try {
            compile().validate(object);
        } catch (ValidationException invalid) {
            Set<String> lines = new TreeSet<>();
            leaves(invalid).forEach(leaf -> lines.add(line(leaf, settings)));
            lines.forEach(problems::add);
        }
    }

    private Schema compile() {
        JSONObject json = new JSONObject(schema.json());
        withoutFormats(json);
        return SchemaLoader.builder()
                .schemaJson(json)
                .draftV7Support()
                .schemaClient(url -> {
                    throw new IllegalStateException("a settings schema refers to " + url);
                })
                .build()
                .load()
                .build();
    }

    /** Formats are checked where a setting is read as its type; Everit's validators need jars that are left out. */
    private static void withoutFormats(JSONObject node) {
        node.remove("format");
        for (String key : Set.copyOf(node.keySet())) {
            if (node.get(key) instanceof JSONObject inner) {
                withoutFormats(inner);
            }
        }
    }

    private static List<ValidationException> leaves(ValidationException invalid) {
        if (invalid.getCausingExceptions().isEmpty()) {
            return List.of(invalid);
        }
        return invalid.getCausingExceptions().stream()
                .flatMap(cause -> leaves(cause).stream())
                .toList();
    }

    private String line(ValidationException leaf, Map<String, Given> settings) {
        if ("required".equals(leaf.getKeyword()) && leaf.getPointerToViolation().equals("#")) {
            return missing(leaf.getErrorMessage());
        }
        String name = topLevelName(leaf.getPointerToViolation());
        Given given = settings.get(name);
        boolean secret = schema.setting(name).map(Setting::secret).orElse(false);
        String got = given == null || secret
                ? ""
                : ", got " + shortened(given.value().toString());
        String origin = given == null ? "" : " (" + given.origin() + ")";
        return "'" + name + "' " + rule(leaf, secret) + got + origin;
    }

    private String missing(String message) {
        String name = schema.settings().stream()
                .map(Setting::name)
                .filter(setting -> message.contains("[" + setting + "]"))
                .findFirst()
                .orElse(message);
        String variables = schema.setting(name)
                .map(setting -> String.join(" or ", environment.variables(setting)))
                .orElse("");
        return "'" + name + "' is required: set it in a --config file or as variable " + variables;
    }

    private String rule(ValidationException leaf, boolean secret) {
        String name = topLevelName(leaf.getPointerToViolation());
        JSONObject property =
                new JSONObject(schema.json()).getJSONObject("properties").optJSONObject(name, new JSONObject());
        String keyword = leaf.getKeyword() == null ? "" : leaf.getKeyword();
        return switch (keyword) {
            case "type" -> "must be of type " + types(property.opt("type"));
            case "enum" ->
                "must be one of "
                        + property.optJSONArray("enum").toList().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "));
            case "minimum", "maximum", "minLength", "maxLength", "pattern" ->
                "must satisfy " + keyword + " " + property.opt(keyword);
            default -> secret ? "is not valid" : "is not valid: " + leaf.getErrorMessage();
        };
    }

    private static String types(Object type) {
        return type instanceof JSONArray several
                ? several.toList().stream().map(String::valueOf).collect(Collectors.joining(" or "))
                : String.valueOf(type);
    }

    private static String topLevelName(String pointer) {
        String path = pointer.startsWith("#/") ? pointer.substring(2) : pointer;
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
