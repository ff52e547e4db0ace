package bizops.tap.marketo.activities;

import bizops.singer.error.RemoteException;
import bizops.tap.marketo.convert.Stamps;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Reply;
import bizops.tap.marketo.rest.Rest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Activities page after page. A page may be short or empty and yet not the last, for Marketo filters after it has
 * counted; only {@code moreResult} says where the end is. Immutable.
 */
public final class ActivityPages {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityPages.class);
    /** A page's token ends after a day, or at the server's whim. */
    private static final int MOST_BEGINNINGS = 3;
    /** So often may a page be empty and name itself as its own successor. */
    private static final int MOST_REPEATS = 5;

    private final Rest rest;
    private final String path;
    private final Map<String, String> filter;

    /** @param path such as {@code /rest/v1/activities/deletedleads.json} */
    public ActivityPages(Rest rest, String path, Map<String, String> filter) {
        this.rest = rest;
        this.path = path;
        this.filter = filter;
    }

    /** Takes one activity as it came. */
    @FunctionalInterface
    public interface Sink {
        void activity(Map<String, @Nullable Object> json) throws Exception;
    }

    /** Everything since a moment, in the order of the server; some of it again if a token ends under way. */
    public void read(Instant since, Sink sink) throws Exception {
        for (int begun = 1; ; begun++) {
            try {
                readFrom(token(since), sink);
                return;
            } catch (MarketoException refused) {
                if (begun == MOST_BEGINNINGS || !refused.error().says("token")) {
                    throw refused;
                }
                LOG.info("{}: {}; beginning again", path, refused.error());
            }
        }
    }

    private void readFrom(String first, Sink sink) throws Exception {
        String token = first;
        int repeats = 0;
        while (true) {
            Map<String, String> query = new LinkedHashMap<>(filter);
            query.put("nextPageToken", token);
            Reply page = rest.page(path, query);
            for (Map<String, @Nullable Object> activity : page.result()) {
                sink.activity(activity);
            }
            if (!page.moreResult().orElse(false)) {
                return;
            }
            String next = page.nextPageToken().orElse(token);
            repeats = next.equals(token) ? repeats + 1 : 0;
            if (repeats > MOST_REPEATS) {
                throw RemoteException.permanent(
                        path + " says that there is more but always names the same page; run again", null);
            }
            token = next;
        }
    }

    private String token(Instant since) {
        return rest.get("/rest/v1/activities/pagingtoken.json", Map.of("sinceDatetime", Stamps.format(since)))
                .nextPageToken()
                .orElseThrow(() -> RemoteException.permanent("Marketo gave no paging token", null));
    }
}
