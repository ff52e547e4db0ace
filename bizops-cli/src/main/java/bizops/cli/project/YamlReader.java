package bizops.cli.project;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads YAML into a tree and notes the line of everything in it. Made for one text. */
final class YamlReader {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Pattern MARK = Pattern.compile("(?m)^ in .*, line ([0-9]+), column [0-9]+:$");

    private final String file;
    private final YAMLParser parser;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws ConfigException with the line where the text is no YAML, or no mapping */
    static LocatedYaml read(String file, String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            YamlReader reader = new YamlReader(file, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ConfigException(file + ", line 1: must hold keys such as 'taps:' and 'pipelines:'");
            }
            ObjectNode root = reader.object("");
            if (parser.nextToken() != null) {
                throw new ConfigException(file + ", line " + reader.line() + ": a second document; keep one");
            }
            return new LocatedYaml(file, root, Map.copyOf(reader.lines));
        } catch (JsonProcessingException broken) {
            // The text behind it could quote a secret.
            String reason = broken.getOriginalMessage().contains("(TAB)")
                    ? "a tab stands where only spaces may indent"
                    : broken.getOriginalMessage().lines().findFirst().orElse("");
            throw new ConfigException(file + line(broken) + ": no YAML: " + reason);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where what cannot be stands, as the message says last; the parser itself may be at the line before. */
    private static String line(JsonProcessingException broken) {
        Matcher mark = MARK.matcher(broken.getOriginalMessage());
        String line = broken.getLocation() == null
                ? ""
                : ", line " + broken.getLocation().getLineNr();
        while (mark.find()) {
            line = ", line " + mark.group(1);
        }
        return line;
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String member = LocatedYaml.member(pointer, name);
            lines.put(member, line());
            parser.nextToken();
            object.set(name, value(member));
        }
        return object;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String item = LocatedYaml.member(pointer, Integer.toString(array.size()));
            lines.put(item, line());
            array.add(value(item));
        }
        return array;
    }

    private JsonNode value(String pointer) throws IOException {
        if (parser.isCurrentAlias()) {
            throw new ConfigException(file + ", line " + line() + ": *" + parser.getText()
                    + " refers to an anchor; write the value out, or use ${VARIABLE}");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            default -> NODES.textNode(parser.getText());
        };
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
