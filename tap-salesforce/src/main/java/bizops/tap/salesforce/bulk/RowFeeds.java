package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.bulk.BulkSettings.Api;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.fetch.RowSource;
import bizops.tap.salesforce.rest.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens reads by the interface that suits them. Owned by one thread. */
public final class RowFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(RowFeeds.class);

    private final Rest rest;
    private final BulkSettings settings;
    private final Planner planner;

    /** @param counts asked only where {@code api_type} leaves the choice */
    public RowFeeds(Rest rest, BulkSettings settings, RowCounts counts) {
        this.rest = rest;
        this.settings = settings;
        this.planner = new Planner(settings, counts);
    }

    /** The rows of a read, over one interface or, where that refuses, over the next. */
    public RowFeed open(BulkRead read) {
        Plan plan = planner.plan(read);
        LOG.info(
                "stream \"{}\": reading over {}, since {}",
                read.object().name(),
                name(plan.order().get(0)),
                plan.why());
        return new FallbackFeed(read.object().name(), plan.order(), api -> feed(api, read));
    }

    private RowFeed feed(Api api, BulkRead read) {
        return switch (api) {
            case BULK2 -> new JobFeed(new JobApi(rest, read), read, settings);
            case BULK -> new JobFeed(new AsyncApi(rest, read, settings.chunkSize()), read, settings);
            case AUTO, REST -> new RowSource(rest, read.query(), read.everyId(), read.fields(), read.lostFields());
        };
    }

    static String name(Api api) {
        return switch (api) {
            case BULK2 -> "Bulk API 2.0";
            case BULK -> "Bulk API v1";
            case AUTO, REST -> "REST";
        };
    }
}
