package bizops.tap.marketo.leads;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.window.ExportSeries;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.Span;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads leads without the filter on {@code updatedAt}: new ones by {@code createdAt}, changed ones by the activities
 * that changed them, and from time to time all of them, for changes of custom, company and CRM fields leave no reliable
 * activity. Used once.
 */
final class LeadFallback {
    /** Marks in the state: whether the filter works, when that was found out, when all leads were read and how far. */
    static final String FILTER = "updated_at_filter";

    static final String PROBED_AT = "probed_at";
    static final String SWEPT_AT = "swept_at";
    static final String SWEPT_UNTIL = "swept_until";
    /** When a reading of all leads began that has not ended. */
    static final String SWEEP_BEGAN = "sweep_began";

    static final String[] MARKS = {FILTER, PROBED_AT, SWEPT_AT, SWEPT_UNTIL, SWEEP_BEGAN};

    private static final Logger LOG = LoggerFactory.getLogger(LeadFallback.class);

    private final LeadSource source;
    private final SyncContext sync;
    private final Position position;
    private final Instant now;

    LeadFallback(LeadSource source, SyncContext sync, Position position) {
        this.source = source;
        this.sync = sync;
        this.position = position;
        this.now = source.rest().now();
    }

    void read() throws Exception {
        Span span = Span.of(sync, position, source.lookback(), now);
        boolean sweep = position.instant(SWEPT_AT)
                .map(at -> !at.plus(source.fullResync()).isAfter(now))
                .orElse(true);
        if (sweep) {
            LOG.info(
                    "leads: all of them are read, as every {} days",
                    source.fullResync().toDays());
            Instant first = sync.startDate().orElse(Span.BEGINNING);
            Instant from = position.instant(SWEPT_UNTIL).orElse(first);
            Instant began = position.instant(SWEEP_BEGAN).orElse(now);
            position.mark(SWEEP_BEGAN, began);
            byCreation(span.from(from.isBefore(span.limit()) ? from : span.limit()));
            if (began.isBefore(now)) {
                // An earlier run read some of them, or made their jobs: what they hold is as old.
                new ChangedLeads(source, sync)
                        .read(began.minus(source.lookback().of(began, now)));
            }
            position.mark(SWEPT_AT, began);
            position.mark(SWEPT_UNTIL, null);
            position.mark(SWEEP_BEGAN, null);
        } else {
            LOG.info("leads: new ones are read by createdAt, changed ones by their activities");
            byCreation(span);
            position.mark(SWEPT_UNTIL, null);
            new ChangedLeads(source, sync).read(span.start());
        }
        position.advanceTo(span.limit());
    }

    private void byCreation(Span span) throws Exception {
        try (ExportSeries series = new ExportSeries(
                LeadSource.STREAM + " by createdAt",
                source.exports(),
                source.requests(sync, "createdAt"),
                span,
                source.largestWindow(),
                position.jobs(),
                now)) {
            series.join(position, end -> position.mark(SWEPT_UNTIL, end)).readAll(source.rowsTo(sync));
        }
    }
}
