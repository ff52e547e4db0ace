package bizops.tap.marketo;

import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.singer.tap.Tap;
import bizops.singer.tap.TapContext;
import bizops.tap.marketo.activities.ActivityFeed;
import bizops.tap.marketo.activities.ActivityStream;
import bizops.tap.marketo.leads.LeadStream;
import bizops.tap.marketo.rest.MarketoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tap: one instance, one login, its leads, activities and assets as streams. */
final class MarketoTap implements Tap {
    private final MarketoConfig config;
    private final MarketoClient client;
    private final ActivityFeed feed;
    private List<Stream> streams = List.of();

    MarketoTap(TapContext context) {
        this.config = MarketoConfig.of(context.config());
        this.client = new MarketoClient(config, context);
        this.feed = new ActivityFeed(client.rest(), client.exports(), config.lookback(), config.largestWindow());
    }

    @Override
    public List<? extends Stream> streams() {
        return described(null);
    }

    @Override
    public List<? extends Stream> streams(Set<String> ids) {
        return ids.isEmpty() ? List.of() : described(ids);
    }

    /** Has the bulk extracts of leads and of all activities begin at once; they take minutes. */
    @Override
    public void prepare(Map<String, SyncContext> planned) throws Exception {
        Map<ActivityStream, SyncContext> activities = new LinkedHashMap<>();
        try {
            for (Stream stream : streams) {
                SyncContext sync = planned.get(stream.id());
                if (sync != null && stream instanceof LeadStream leads) {
                    leads.prepare(sync);
                } else if (sync != null && stream instanceof ActivityStream activity) {
                    activities.put(activity, sync);
                }
            }
            feed.prepare(activities);
        } catch (MarketoException refused) {
            throw refused.forUser("bulk extracts");
        }
    }

    @Override
    public void close() {
        for (Stream stream : streams) {
            if (stream instanceof LeadStream leads) {
                leads.close();
            }
        }
        feed.close();
        client.close();
    }

    private List<Stream> described(@org.jspecify.annotations.Nullable Set<String> ids) {
        try {
            streams = new MarketoStreams(config, client, feed)
                    .of(
                            id -> ids == null || ids.contains(id),
                            ids == null || ids.stream().anyMatch(MarketoStreams::isActivity));
            return streams;
        } catch (MarketoException refused) {
            throw refused.forUser("discovery");
        }
    }
}
