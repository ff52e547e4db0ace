package bizops.tap.marketo.bulk;

import bizops.tap.marketo.convert.Stamps;
import bizops.tap.marketo.rest.QuotaDay;
import bizops.tap.marketo.rest.Reply;
import bizops.tap.marketo.rest.Rest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The megabytes of the day, as far as this API user's own jobs tell. Owned by the run's thread. */
final class BulkBudget {
    private static final long MEGABYTE = 1024L * 1024;
    /** What a subscription gets unless it bought more. */
    private static final int USUAL_MEGABYTES = 500;

    private static final int LARGE_PART = 4;

    private final Rest rest;
    private final int megabytesPerDay;
    private @Nullable LocalDate day;
    private long used;

    BulkBudget(Rest rest, int megabytesPerDay) {
        this.rest = rest;
        this.megabytesPerDay = megabytesPerDay;
    }

    /** Ends the run, or waits for the next day, if the setting's megabytes are used up. */
    void check() {
        if (megabytesPerDay == 0) {
            return;
        }
        LocalDate today = QuotaDay.day(rest.now());
        if (!today.equals(day)) {
            day = today;
            used = usedToday(today);
        }
        if (used >= megabytesPerDay * MEGABYTE) {
            rest.spent(used / MEGABYTE + " MB were exported today, 'max_bulk_mb_per_day' is " + megabytesPerDay);
        }
    }

    /** Counts a finished job's file; says whether it was so large that the next window should be smaller. */
    boolean tooLarge(long bytes) {
        long limit = (megabytesPerDay == 0 ? USUAL_MEGABYTES : megabytesPerDay) * MEGABYTE;
        long left = Math.max(0, limit - used);
        used += Math.max(0, bytes);
        return bytes > left / LARGE_PART;
    }

    private long usedToday(LocalDate today) {
        long bytes = 0;
        for (ExportKind kind : ExportKind.values()) {
            Optional<String> token = Optional.empty();
            do {
                Map<String, String> query = new LinkedHashMap<>(Map.of("status", "Completed", "batchSize", "300"));
                token.ifPresent(next -> query.put("nextPageToken", next));
                Reply page = rest.get("/bulk/v1/" + kind.path() + "/export.json", query);
                for (Map<String, @Nullable Object> job : page.result()) {
                    bytes += finishedOn(today, job)
                            ? Math.max(0, ExportStatus.of(job).bytes())
                            : 0;
                }
                token = page.result().isEmpty() ? Optional.empty() : page.nextPageToken();
            } while (token.isPresent());
        }
        return bytes;
    }

    private static boolean finishedOn(LocalDate today, Map<String, ? extends @Nullable Object> job) {
        try {
            return job.get("finishedAt") instanceof String finished
                    && QuotaDay.day(Stamps.parse(finished)).equals(today);
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
