package bizops.tap.salesforce.fetch;

import bizops.singer.http.RefusedException;
import bizops.singer.http.Verdict;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.VendorError;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes the one query result out of a composite reply. The result passes through a tree as its own bytes would, number
 * texts kept. Owned by one thread.
 */
final class CompositeReply {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private final PageReader pages;

    CompositeReply(PageReader pages) {
        this.pages = pages;
    }

    /** The page, or the error that the inner call answered. */
    QueryPage read(byte[] body) throws IOException {
        JsonNode reply = JSON.readTree(body).path("compositeResponse").path(0);
        int status = reply.path("httpStatusCode").asInt();
        JsonNode inner = reply.path("body");
        if (status != 200) {
            throw refused(VendorError.of(status, inner.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return pages.read(inner.traverse(JSON));
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
