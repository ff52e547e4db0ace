package bizops.singer.cli;

import bizops.singer.config.Setting;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.UsageException;
import bizops.singer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --about} prints of an executable. Immutable; holds no values of settings, so no secrets.
 *
 * @param capabilities words of the Singer world, only for what works
 */
public record About(String name, String description, List<String> capabilities, SettingsSchema settings) {

    /** The text in a format: {@code text}, {@code json}, {@code markdown} or {@code meltano}, in any case. */
    public String in(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> text();
            case "json" -> json();
            case "markdown" -> markdown();
            case "meltano" -> MeltanoPlugin.of(this);
            default ->
                throw new UsageException("--format must be text, json, markdown or meltano, got '" + format + "'");
        };
    }

    private String json() {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("name", name);
        about.put("description", description);
        about.put("version", Version.current());
        about.put("sdk_version", Version.current());
        about.put("capabilities", capabilities);
        try {
            about.put("settings", Json.parse(settings.json()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Json.writePretty(about);
    }

    private String text() {
        StringBuilder text = new StringBuilder(name + " " + Version.current() + "\n" + description + "\n\n");
        text.append("Capabilities: ").append(String.join(", ", capabilities)).append("\n\nSettings:");
        for (Setting setting : settings.settings()) {
            text.append("\n  ")
                    .append(setting.name())
                    .append(" (")
                    .append(facts(setting))
                    .append(")");
            text.append("\n      ").append(setting.description());
        }
        return text.toString();
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# `" + name + "`\n\n" + description + "\n\n## Capabilities\n\n");
        capabilities.forEach(capability -> text.append("* `").append(capability).append("`\n"));
        text.append("\n## Settings\n\n| Setting | Facts | Meaning |\n| --- | --- | --- |");
        for (Setting setting : settings.settings()) {
            text.append("\n| `")
                    .append(setting.name())
                    .append("` | ")
                    .append(facts(setting).replace("|", "\\|"));
            text.append(" | ").append(setting.description().replace("|", "\\|")).append(" |");
        }
        return text.toString();
    }

    private static String facts(Setting setting) {
        return setting.type()
                + (setting.required() ? ", required" : "")
                + (setting.secret() ? ", secret" : "")
                + (setting.defaultValue().isEmpty() ? "" : ", default " + setting.defaultValue());
    }
}
