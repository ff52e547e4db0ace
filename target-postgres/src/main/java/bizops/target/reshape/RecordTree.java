package bizops.target.reshape;

import bizops.singer.decode.MessageDecoder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Records as trees and back, every digit kept. */
public final class RecordTree {
    /** Lone surrogates, which UTF-8 has no bytes for, survive as escapes. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private RecordTree() {}

    /** The object that the parser stands on the start of; the parser is left on its end. */
    public static ObjectNode read(JsonParser parser) throws IOException {
        JsonNode node = JSON.readTree(parser);
        return (ObjectNode) node;
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
}
