package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.convert.FieldLimit;
import bizops.tap.salesforce.convert.RowConverter;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query's reply without a tree, row by row into records. A body that ends early or is no query result fails as
 * broken JSON, so that it is fetched again and never taken for an end. Owned by one thread at a time.
 */
final class PageReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength((int) FieldLimit.MOST_BYTES)
                    .build())
            .build();

    private final RowConverter converter;

    PageReader(RowConverter converter) {
        this.converter = converter;
    }

    /** A parser on the first token. A value larger than any that is carried stops it before the value is whole. */
    static JsonParser parser(byte[] body) throws IOException {
        JsonParser parser = JSON.createParser(body);
        parser.nextToken();
        return parser;
    }

    /** The page in a reply's body, read while it comes in. */
    QueryPage read(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            QueryPage page = read(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the query result");
            }
            return page;
        }
    }

    /** The page whose opening brace the parser stands on. */
    QueryPage read(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT);
        List<Map<String, @Nullable Object>> rows = null;
        String next = null;
        Boolean done = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "records" -> rows = rows(parser);
                case "nextRecordsUrl" -> next = parser.getValueAsString();
                case "done" -> done = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        if (rows == null || done == null || (!done && next == null)) {
            throw new JsonParseException(parser, "no query result: records, done or nextRecordsUrl is missing");
        }
        return new QueryPage(
                rows,
                done ? Optional.empty() : Optional.ofNullable(next),
                parser.currentLocation().getByteOffset());
    }

    private List<Map<String, @Nullable Object>> rows(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_ARRAY);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, JsonToken.START_OBJECT);
            rows.add(converter.convert(parser));
        }
        return rows;
    }

    static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw new JsonParseException(parser, "expected " + token + ", got " + parser.currentToken());
        }
    }
}
