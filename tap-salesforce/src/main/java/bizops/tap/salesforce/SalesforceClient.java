package bizops.tap.salesforce;

import bizops.singer.tap.TapContext;
import bizops.tap.salesforce.auth.Login;
import bizops.tap.salesforce.bulk.BulkRead;
import bizops.tap.salesforce.bulk.RowCounts;
import bizops.tap.salesforce.bulk.RowFeeds;
import bizops.tap.salesforce.discover.Describer;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.AggregateCall;
import bizops.tap.salesforce.fetch.Deletions;
import bizops.tap.salesforce.fetch.LostFields;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.fetch.UpperBound;
import bizops.tap.salesforce.query.IdRange;
import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.rest.QuotaGuard;
import bizops.tap.salesforce.rest.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that the tap asks Salesforce for, over one session. Owned by the run's thread. */
final class SalesforceClient implements AutoCloseable {
    private final Login login;
    private final Rest rest;
    private final RowCounts counts;
    private final RowFeeds feeds;
    private final Duration lookback;
    private final Optional<Duration> wholeEvery;

    SalesforceClient(SalesforceConfig config, TapContext context) {
        this.login = Login.with(config.login().credentials(), config.login().url(), context.http());
        this.rest = new Rest(
                context.http().tokens(login),
                login::instance,
                new QuotaGuard(config.quotaTotal(), config.quotaPerRun()),
                config.apiVersion(),
                config.pageSize());
        this.counts = new RowCounts(rest);
        this.feeds = new RowFeeds(rest, config.bulk(), counts);
        this.lookback = config.lookback();
        this.wholeEvery = config.wholeEvery();
    }

    Describer describer() {
        return new Describer(rest);
    }

    UpperBound upperBound() {
        return new UpperBound(rest);
    }

    Deletions deletions() {
        return new Deletions(rest);
    }

    AggregateCall aggregates() {
        return new AggregateCall(rest);
    }

    RowCounts counts() {
        return counts;
    }

    /**
     * The rows of a query, over REST or by a Bulk job.
     *
     * @param resume the job of an interrupted run over the same window or table
     */
    RowFeed rows(
            ObjectDescription object,
            RowQuery query,
            List<FieldDescription> fields,
            LostFields lostFields,
            Optional<JobPosition> resume) {
        IdRange everyId = object.keyPrefix().isEmpty() ? IdRange.all() : IdRange.ofPrefix(object.keyPrefix());
        return feeds.open(new BulkRead(object, query, fields, everyId, lostFields, resume));
    }

    /** The server's clock as the newest reply showed it. */
    Instant serverTime() {
        return rest.serverTime();
    }

    /** How far before a bookmark rows are read again. */
    Duration lookback() {
        return lookback;
    }

    /** How often every row is to be read again; empty for never. */
    Optional<Duration> wholeEvery() {
        return wholeEvery;
    }

    @Override
    public void close() {
        rest.close();
        login.close();
    }
}
