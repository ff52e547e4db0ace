package bizops.tap.salesforce.fetch;

import bizops.singer.http.RefusedException;
import bizops.singer.http.Verdict;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.VendorError;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes the one query result out of a composite reply, without a tree, so that numbers keep their digits. An inner error
 * is an array where a result is an object. Used once for one reply.
 */
final class CompositeReply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final PageReader pages;
    private @Nullable QueryPage page;
    private String error = "";
    private int status;

    CompositeReply(PageReader pages) {
        this.pages = pages;
    }

    /** The page, or the error that the inner call answered. */
    QueryPage read(byte[] body) throws IOException {
        try (JsonParser parser = PageReader.parser(body)) {
            PageReader.expect(parser, JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean wanted = parser.currentName().equals("compositeResponse");
                parser.nextToken();
                if (wanted) {
                    responses(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (status != OK && status != 0) {
                throw refused(VendorError.of(status, error.getBytes(StandardCharsets.UTF_8)));
            }
            if (page == null) {
                throw new JsonParseException(parser, "no query result in the composite reply");
            }
            return page;
        }
    }

    private void responses(JsonParser parser) throws IOException {
        PageReader.expect(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            PageReader.expect(parser, JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "body" -> body(parser);
                    case "httpStatusCode" -> status = parser.getIntValue();
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void body(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            page = pages.read(parser);
        } else {
            error = JSON.readTree(parser).toString();
        }
    }

    /** What the client answers by itself is told to it; the rest goes up. */
    private static IOException refused(VendorError error) {
        if (error.kind() == ErrorKind.SESSION) {
            return new RefusedException(Verdict.refreshToken(error.toString()));
        }
        if (error.kind().retriable()) {
            return new RefusedException(Verdict.retry(error.toString()));
        }
        throw new ApiException(error);
    }
}
