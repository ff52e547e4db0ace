package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.decode.MessageDecoder;
import bizops.singer.error.InputException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * How much an input may ask for; past a limit, an error names its setting. Immutable.
 *
 * @param columns of one stream, metadata not counted
 * @param streams of one run
 * @param depth of the objects and arrays of a message
 * @param fieldBytes of one field's value, as it stands in its message
 */
record InputLimits(int columns, int streams, int depth, int fieldBytes) {
    static InputLimits of(Config config) {
        return new InputLimits(
                config.integer("max_columns"),
                config.integer("max_streams"),
                config.integer("max_depth"),
                config.has("max_field_bytes") ? config.integer("max_field_bytes") : Integer.MAX_VALUE);
    }

    /** @param where such as {@code line 3, stream "lead"} */
    void checkColumns(int count, String where) {
        if (count > columns) {
            throw new InputException(
                    where + ": the schema has " + count + " properties, more than max_columns (" + columns
                            + "); select fewer fields in the tap's catalog, or raise that setting if the tables hold more");
        }
    }

    /** @param known how many streams came before this new one */
    void checkStreams(int known, String stream, long line) {
        if (known >= streams) {
            throw new InputException("line " + line + ", stream \"" + stream + "\": there are more streams than"
                    + " max_streams (" + streams + "); select fewer in the tap's catalog, or raise that setting");
        }
    }

    /** Looks at the record that lies in the bytes there. */
    void checkFields(String stream, long line, byte[] bytes, int start, int length) throws IOException {
        if (length <= fieldBytes) {
            return; // then no field of it is longer either
        }
        try (JsonParser parser = MessageDecoder.parser(bytes, start, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                long from = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                long size = parser.currentLocation().getByteOffset() - from;
                if (size > fieldBytes) {
                    throw new InputException("line " + line + ", stream \"" + stream + "\", field \"" + field
                            + "\": the value has " + size + " bytes, more than max_field_bytes (" + fieldBytes
                            + "); leave the field out in the tap's catalog, or raise that setting");
                }
            }
        }
    }
}
