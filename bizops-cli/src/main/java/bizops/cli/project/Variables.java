package bizops.cli.project;

import bizops.singer.config.Problems;
import bizops.singer.report.Redactor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into texts: a dollar and the name in braces, behind which {@code :-} and a default may stand; a second
 * dollar before the brace leaves the text as it is. A variable that is empty counts as not set. What is a secret by its
 * name is shown nowhere from then on. Immutable.
 */
final class Variables {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_]\\w*)(?::-([^}]*))?\\}|([^}]*)\\}?)");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final Map<String, String> values;

    Variables(Map<String, String> values) {
        this.values = Map.copyOf(values);
        values.forEach((name, value) -> {
            if (SecretNames.isSecret(name)) {
                Redactor.hide(value);
            }
        });
    }

    Map<String, String> values() {
        return values;
    }

    /** The text with its variables; a missing one is a problem at {@code place}. */
    String text(String text, String place, Problems problems) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(), found, place, problems)));
    }

    /** A copy of a tree with the variables of all its texts. */
    JsonNode tree(LocatedYaml yaml, String pointer, JsonNode node, Problems problems) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                String at = LocatedYaml.member(pointer, member.getKey());
                copy.set(member.getKey(), setting(member.getKey(), tree(yaml, at, member.getValue(), problems)));
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                copy.add(tree(yaml, LocatedYaml.member(pointer, Integer.toString(i)), node.get(i), problems));
            }
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(text(node.asText(), yaml.place(pointer), problems)) : node;
    }

    /** A port is a number to every program, and a text in every variable. */
    private static JsonNode setting(String name, JsonNode value) {
        if (value.isValueNode() && SecretNames.isSecret(name)) {
            Redactor.hide(value.asText());
        }
        boolean port = name.equals("port")
                && value.isTextual()
                && PORT.matcher(value.asText()).matches();
        return port ? IntNode.valueOf(Integer.parseInt(value.asText())) : value;
    }

    private String value(String whole, MatchResult found, String place, Problems problems) {
        if (whole.equals("$${")) {
            return "${";
        }
        String name = found.group(1);
        if (name == null) {
            problems.add(place + ": " + whole + " is no ${VARIABLE} and no ${VARIABLE:-default}; write $${"
                    + " for a dollar and a brace");
            return "";
        }
        String value = values.getOrDefault(name, "");
        if (!value.isEmpty()) {
            return value;
        }
        String otherwise = found.group(2);
        if (otherwise == null) {
            problems.add(place + ": variable " + name + " is not set; set it, or add it to .env beside the file");
            return "";
        }
        return otherwise;
    }
}
