package bizops.tap.marketo.assets;

import bizops.singer.error.RemoteException;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Reply;
import bizops.tap.marketo.rest.Rest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of the lead database by page token; a token of an earlier run is never used again, for it may be stale. */
public final class TokenPages {
    private static final Logger LOG = LoggerFactory.getLogger(TokenPages.class);
    /** A page's token ends after a day, or at the server's whim. */
    private static final int MOST_BEGINNINGS = 3;

    private final Rest rest;
    private final String path;
    private final Map<String, String> filter;

    /** @param path such as {@code /rest/v1/lists.json} */
    public TokenPages(Rest rest, String path, Map<String, String> filter) {
        this.rest = rest;
        this.path = path;
        this.filter = filter;
    }

    /** Everything; some of it again if a token ends under way. */
    public void read(JsonSink sink) {
        for (int begun = 1; ; begun++) {
            try {
                readFromTheFirst(sink);
                return;
            } catch (MarketoException refused) {
                if (begun == MOST_BEGINNINGS || !refused.error().says("token")) {
                    throw refused;
                }
                LOG.info("{}: {}; beginning again", path, refused.error());
            }
        }
    }

    private void readFromTheFirst(JsonSink sink) {
        Optional<String> token = Optional.empty();
        while (true) {
            Map<String, String> query = new LinkedHashMap<>(filter);
            token.ifPresent(next -> query.put("nextPageToken", next));
            Reply page = rest.page(path, query);
            page.result().forEach(sink::row);
            boolean more = page.moreResult().orElse(!page.result().isEmpty());
            if (!more || page.nextPageToken().isEmpty()) {
                return;
            }
            if (page.nextPageToken().equals(token)) {
                throw RemoteException.permanent(path + " names the same page twice; run again", null);
            }
            token = page.nextPageToken();
        }
    }
}
