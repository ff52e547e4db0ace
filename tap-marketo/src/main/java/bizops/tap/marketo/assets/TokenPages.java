package bizops.tap.marketo.assets;

import bizops.singer.error.RemoteException;
import bizops.tap.marketo.rest.Reply;
import bizops.tap.marketo.rest.Rest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rows of the lead database by page token; a token of an earlier run is never used again, for it may be stale. */
final class TokenPages {
    private static final String PAGE = "300";

    private final Rest rest;
    private final String path;

    TokenPages(Rest rest, String path) {
        this.rest = rest;
        this.path = path;
    }

    void read(JsonSink sink) {
        Optional<String> token = Optional.empty();
        while (true) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("batchSize", PAGE);
            token.ifPresent(next -> query.put("nextPageToken", next));
            Reply page = rest.get(path, query);
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
