package bizops.tap.salesforce.fetch;

import bizops.singer.task.Background;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import bizops.tap.salesforce.rest.Rest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pages of a query: always with {@code queryAll}, so that deleted and archived rows come too. Owned by one
 * thread.
 *
 * <p>A query too long for an address goes in the body of a composite call, whose following pages are fetched as usual.
 */
final class QueryPages {
    /** Encoded bytes of an address from which the edge may answer 414 or 431; its documented limit is 16,384. */
    private static final int LONGEST_ADDRESS = 8_000;

    /** A page behind a larger one is not fetched ahead: two of them and their rows would not fit the heap. */
    private static final long LARGE_PAGE_BYTES = 4_000_000;

    private final Rest rest;
    private String aheadPath = "";
    private @Nullable Background<Rest.Answer<QueryPage>> ahead;

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
            return rest.page(path, response -> reader.read(response.body()));
        } catch (ApiException refused) {
            if (refused.kind() == ErrorKind.TOO_LONG) {
                return inBody(path, reader);
            }
            throw refused;
        }
    }

    /**
     * A following page: the vendor's path as it came, without the query. The page behind it is begun at once, so that it
     * comes in while this one's rows are written; {@code reader} must then be left alone until it is asked for.
     */
    QueryPage following(String path, PageReader reader) {
        QueryPage page = begun(path, reader);
        if (page.next().isPresent() && page.bytes() < LARGE_PAGE_BYTES) {
            aheadPath = page.next().get();
            ahead = rest.pageAhead(aheadPath, response -> reader.read(response.body()));
        }
        return page;
    }

    private QueryPage begun(String path, PageReader reader) {
        Background<Rest.Answer<QueryPage>> begun = ahead;
        ahead = null;
        return begun != null && path.equals(aheadPath)
                ? rest.taken(begun)
                : rest.page(path, response -> reader.read(response.body()));
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
