package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.bulk.BulkSettings.Api;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.PkChunking;
import bizops.tap.salesforce.discover.RestOnly;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides by which interface a read goes. REST is right for everything and cheap for little: Bulk costs five calls a job
 * and waits in a queue, so it is for many rows. Owned by one thread.
 */
final class Planner {
    private final BulkSettings settings;
    private final RowCounts counts;

    Planner(BulkSettings settings, RowCounts counts) {
        this.settings = settings;
        this.counts = counts;
    }

    Plan plan(BulkRead read) {
        if (settings.api() == Api.REST) {
            return rest("api_type says so");
        }
        if (read.query().after().isPresent()) {
            return rest("it goes on behind a row");
        }
        Optional<FieldDescription> unreadable = BulkColumns.unreadable(read.object(), read.fields());
        if (unreadable.isPresent()) {
            return rest("Bulk cannot bring the field \"" + unreadable.get().name() + "\"");
        }
        if (RestOnly.is(read.object().name())) {
            return rest("Bulk does not support the object");
        }
        return switch (settings.api()) {
            case BULK2 -> new Plan(List.of(Api.BULK2, Api.REST), "api_type says so");
            case BULK -> new Plan(List.of(Api.BULK, Api.REST), "api_type says so");
            case AUTO, REST -> bySize(read);
        };
    }

    private Plan bySize(BulkRead read) {
        if (read.resume().isPresent()) {
            boolean async = read.resume().get().version().startsWith("async-");
            return async
                    ? new Plan(List.of(Api.BULK, Api.REST), "a job is under way")
                    : bulk(read, "a job is under way");
        }
        if (RowCounts.isNarrow(read.query())) {
            return rest("the window is shorter than a day");
        }
        OptionalLong all = counts.ofObject(read.object().name());
        if (all.isPresent() && all.getAsLong() <= settings.minRows()) {
            return rest(rows(all.getAsLong(), "no more than"));
        }
        OptionalLong expected = all.isEmpty() || RowCounts.isPart(read.query()) ? counts.ofQuery(read.query()) : all;
        if (expected.isEmpty()) {
            return all.isPresent() ? bulk(read, rows(all.getAsLong(), "more than")) : rest("nobody counts the rows");
        }
        return expected.getAsLong() <= settings.minRows()
                ? rest(rows(expected.getAsLong(), "no more than"))
                : bulk(read, rows(expected.getAsLong(), "more than"));
    }

    private String rows(long count, String relation) {
        return String.format(Locale.ROOT, "about %d rows, %s %d", count, relation, settings.minRows());
    }

    private static Plan rest(String why) {
        return new Plan(List.of(Api.REST), why);
    }

    /** Bulk v1 has a quota of its own, and chunks that 2.0 may give up on; without chunks it is no help. */
    private static Plan bulk(BulkRead read, String why) {
        boolean chunks = PkChunking.knows(read.object().name());
        return new Plan(chunks ? List.of(Api.BULK2, Api.BULK, Api.REST) : List.of(Api.BULK2, Api.REST), why);
    }
}
