package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.bulk.BulkSettings.Api;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.RowFeed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads over one interface and, when that refuses, begins the same read over the next one: rows may come twice, none is
 * left out. Owned by one thread.
 */
final class FallbackFeed implements RowFeed {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackFeed.class);

    private final String object;
    private final Deque<Api> left;
    private final Function<Api, RowFeed> opener;
    private RowFeed current;
    private long repairedBefore;

    /** @param order the last one never refuses */
    FallbackFeed(String object, List<Api> order, Function<Api, RowFeed> opener) {
        this.object = object;
        this.left = new ArrayDeque<>(order);
        this.opener = opener;
        this.current = opener.apply(left.removeFirst());
    }

    @Override
    public Optional<Chunk> next() {
        while (true) {
            try {
                return current.next();
            } catch (BulkRefusedException refused) {
                fallBack(refused);
            }
        }
    }

    @Override
    public long repairedValues() {
        return repairedBefore + current.repairedValues();
    }

    @Override
    public void close() {
        current.close();
    }

    private void fallBack(BulkRefusedException refused) {
        if (refused.isEverywhere()) {
            left.removeIf(api -> api != Api.REST);
        }
        Api next = left.removeFirst();
        LOG.warn("stream \"{}\": {}; reading over {} instead", object, refused.getMessage(), RowFeeds.name(next));
        repairedBefore += current.repairedValues();
        current.close();
        current = opener.apply(next);
    }
}
