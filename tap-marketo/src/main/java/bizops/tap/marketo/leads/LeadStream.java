package bizops.tap.marketo.leads;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.discover.FieldSet;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.WindowStream;
import bizops.tap.marketo.window.ExportSeries;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.SeriesReader;
import bizops.tap.marketo.window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads, in bulk. Where the subscription lets extracts ask for what was updated, every change arrives, even one that
 * leaves the visible {@code updatedAt} alone. Where it does not (1035), {@link LeadFallback} finds the changes.
 */
public final class LeadStream implements WindowStream, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeadStream.class);
    private static final Duration PROBE_AGAIN = Duration.ofDays(30);

    private final LeadSource source;
    private @Nullable Position position;
    private @Nullable ExportSeries series;
    private @Nullable SeriesReader reader;

    public LeadStream(
            Rest rest,
            Exports exports,
            FieldSet fields,
            Lookback lookback,
            Duration largestWindow,
            Duration fullResync) {
        this.source = new LeadSource(rest, exports, fields, lookback, largestWindow, fullResync);
    }

    @Override
    public String id() {
        return LeadSource.STREAM;
    }

    @Override
    public StreamSchema schema() {
        return source.fields().schema();
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public List<String> replicationKeys() {
        return List.of("updatedAt");
    }

    /** Has the first jobs run before any stream is read. */
    public void prepare(SyncContext sync) throws Exception {
        Position saved = Position.of(sync, LeadFallback.MARKS);
        position = saved;
        Instant now = source.rest().now();
        boolean probe = saved.instant(LeadFallback.PROBED_AT)
                .map(at -> at.plus(PROBE_AGAIN).isBefore(now))
                .orElse(true);
        if (saved.isFalse(LeadFallback.FILTER) && !probe) {
            return;
        }
        ExportSeries jobs = new ExportSeries(
                id(),
                source.exports(),
                source.requests(sync, "updatedAt"),
                Span.of(sync, saved, source.lookback(), now),
                source.largestWindow(),
                saved.jobs(),
                now);
        series = jobs;
        reader = jobs.join(saved);
        try {
            jobs.ahead();
        } catch (MarketoException refused) {
            if (refused.kind() != ErrorKind.FILTER_UNSUPPORTED) {
                throw refused;
            }
            withoutFilter(saved, now);
        }
    }

    @Override
    public void read(SyncContext sync) throws Exception {
        if (position == null) {
            prepare(sync);
        }
        Position saved = java.util.Objects.requireNonNull(position);
        if (reader != null) {
            try {
                reader.readAll(source.rowsTo(sync));
                return;
            } catch (MarketoException refused) {
                if (refused.kind() != ErrorKind.FILTER_UNSUPPORTED) {
                    throw refused;
                }
                withoutFilter(saved, source.rest().now());
            }
        }
        new LeadFallback(source, sync, saved).read();
    }

    @Override
    public void close() {
        if (series != null) {
            series.close();
        }
    }

    private void withoutFilter(Position saved, Instant now) {
        LOG.warn("this subscription cannot extract leads by updatedAt (1035); changes are found by their activities");
        reader = null;
        saved.mark(LeadFallback.FILTER, false);
        saved.mark(LeadFallback.PROBED_AT, now);
    }
}
