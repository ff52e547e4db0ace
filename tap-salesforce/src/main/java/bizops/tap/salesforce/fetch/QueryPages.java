package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Asks for pages of a query: always with {@code queryAll}, so that deleted and archived rows come too. Owned by one
 * thread.
 *
 * <p>A query too long for an address goes in the body of a composite call, whose following pages are fetched as usual.
 */
final class QueryPages {
    /** Encoded bytes of an address from which the edge may answer 414 or 431; its documented limit is 16,384. */
    private static final int LONGEST_ADDRESS = 8_000;

    private final Rest rest;

    QueryPages(Rest rest) {
        this.rest = rest;
    }

    /** The first page of the query. */
    QueryPage first(RowQuery query, PageReader reader) {
        String path = rest.versioned("queryAll?q=") + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        if (path.length() > LONGEST_ADDRESS) {
            return inBody(path, reader);
        }
        try {
            return rest.get(path, reader::read);
        } catch (ApiException refused) {
            if (refused.kind() == ErrorKind.TOO_LONG) {
                return inBody(path, reader);
            }
            throw refused;
        }
    }

    /** A following page: the vendor's path as it came, without the query. */
    QueryPage following(String path, PageReader reader) {
        return rest.get(path, reader::read);
    }

    private QueryPage inBody(String path, PageReader reader) {
        ObjectNode call = new ObjectMapper().createObjectNode();
        call.putArray("compositeRequest")
                .addObject()
                .put("method", "GET")
                .put("referenceId", "q")
                .put("url", path);
        return rest.post(rest.versioned("composite"), call.toString(), new CompositeReply(reader)::read);
    }
}
