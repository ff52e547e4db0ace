package bizops.tap.marketo.assets;

import bizops.singer.error.RemoteException;
import bizops.tap.marketo.rest.Rest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assets by offset. There is no snapshot: a row that leaves an earlier page while pages are read moves all behind it
 * forward, and one of them would be missed. So each page begins with the last row of the page before; where that is not
 * there any more, the pass begins again. Immutable.
 */
public final class AssetPages {
    private static final Logger LOG = LoggerFactory.getLogger(AssetPages.class);
    private static final int PAGE = 200;
    private static final int MOST_PASSES = 5;

    private final Rest rest;
    private final String path;
    private final Map<String, String> filter;

    /** @param path such as {@code /rest/asset/v1/programs.json} */
    public AssetPages(Rest rest, String path, Map<String, String> filter) {
        this.rest = rest;
        this.path = path;
        this.filter = filter;
    }

    /** Every row at least once. */
    public void read(JsonSink sink) {
        for (int pass = 1; pass <= MOST_PASSES; pass++) {
            if (completed(sink)) {
                return;
            }
            LOG.info("{}: rows moved while they were read; reading again", path);
        }
        throw RemoteException.permanent(
                path + ": rows move all the time while they are read; run again when nobody edits them", null);
    }

    private boolean completed(JsonSink sink) {
        @Nullable Object anchor = null;
        int offset = 0;
        while (true) {
            List<Map<String, @Nullable Object>> rows = page(offset);
            if (anchor != null && !holds(rows, anchor)) {
                return false;
            }
            rows.forEach(sink::row);
            if (rows.size() < PAGE) {
                return true;
            }
            anchor = identity(rows.get(rows.size() - 1));
            offset += rows.size() - 1;
        }
    }

    private List<Map<String, @Nullable Object>> page(int offset) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("maxReturn", String.valueOf(PAGE));
        query.put("offset", String.valueOf(offset));
        return rest.get(path, query).result();
    }

    private static boolean holds(List<Map<String, @Nullable Object>> rows, Object anchor) {
        return rows.stream().anyMatch(row -> anchor.equals(identity(row)));
    }

    /** Tag types have a name and no id. */
    private static Object identity(Map<String, @Nullable Object> row) {
        return Objects.requireNonNullElseGet(row.get("id"), () -> String.valueOf(row.get("tagType")));
    }
}
