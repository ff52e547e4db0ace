package bizops.target.reshape;

import bizops.singer.decode.MessageDecoder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Records as trees and back, every digit kept. */
public final class RecordTree {
    /** Lone surrogates, which UTF-8 has no bytes for, survive as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordTree() {}

    /** The object that the parser stands on the start of; the parser is left on its end. */
    public static ObjectNode read(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    /** A parser that stands on the start of the object that is written in the bytes. */
    public static JsonParser parser(byte[] record) throws IOException {
        JsonParser parser = MessageDecoder.parser(record, 0, record.length);
        parser.nextToken();
        return parser;
    }

    /** The record as JSON text. */
    public static byte[] write(ObjectNode record) throws IOException {
        return JSON.writeValueAsBytes(record);
    }

    /** As deep as the parser goes, which has a limit of its own. */
    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> new WrittenNumber(parser.getText(), true);
            case VALUE_NUMBER_FLOAT -> new WrittenNumber(parser.getText(), false);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
