package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One setting as its schema describes it.
 *
 * @param type the first JSON type that is not {@code null}; {@code string} where none is given
 * @param description what it does, one or two sentences; may be empty
 * @param aliases names of other programs' configurations that mean the same
 * @param environment variables beside {@code <PROGRAM>_<SETTING>} that set it
 * @param defaultValue JSON text of the default, empty when there is none
 */
public record Setting(
        String name,
        String type,
        String description,
        boolean secret,
        boolean required,
        List<String> aliases,
        List<String> environment,
        String defaultValue) {

    static Setting of(String name, JsonNode node, boolean required) {
        return new Setting(
                name,
                typeOf(node),
                node.path("description").asText(""),
                node.path("secret").asBoolean(false),
                required,
                texts(node.path("x-aliases")),
                texts(node.path("x-env")),
                node.has("default") ? node.get("default").toString() : "");
    }

    private static String typeOf(JsonNode node) {
        for (String type : texts(node.path("type"))) {
            if (!type.equals("null")) {
                return type;
            }
        }
        return "string";
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }
}
