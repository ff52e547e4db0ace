package bizops.tap.zuora.read;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a read stands: either the whole object, page by page in order of the id, or a window of stamps, read at once or,
 * where that is too much, slice by slice. Immutable.
 *
 * @param whole whether all rows are read, rather than those of a window
 * @param from first stamp of the slice; empty for the whole object without a start date
 * @param to first stamp behind the slice
 * @param end first stamp behind the window; of the whole object when the read began
 * @param lastId the last id of the pages before; empty on the first page
 * @param limit rows of a page; 0 if the slice is read at once
 * @param job the job that reads it now
 */
record Part(
        boolean whole,
        Optional<Instant> from,
        Instant to,
        Instant end,
        Optional<String> lastId,
        int limit,
        Optional<JobMark> job) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    static Part whole(Optional<Instant> from, Instant now, int pageRows) {
        return new Part(true, from, now, now, Optional.empty(), pageRows, Optional.empty());
    }

    static Part window(Instant from, Instant end) {
        return new Part(false, Optional.of(from), end, end, Optional.empty(), 0, Optional.empty());
    }

    Part with(JobMark submitted) {
        return new Part(whole, from, to, end, lastId, limit, Optional.of(submitted));
    }

    Part withoutJob() {
        return new Part(whole, from, to, end, lastId, limit, Optional.empty());
    }

    /**
     * What follows once these rows were written; empty at the end. A slice that went well is followed by one twice as
     * long.
     *
     * @param last the greatest id among them
     */
    Optional<Part> next(long rows, Optional<String> last) {
        if (limit > 0 && rows >= limit && last.isPresent()) {
            return Optional.of(new Part(whole, from, to, end, last, limit, Optional.empty()));
        }
        if (whole || !to.isBefore(end) || from.isEmpty()) {
            return Optional.empty();
        }
        Instant longer = to.plus(Duration.between(from.get(), to).multipliedBy(2));
        Instant nextTo = longer.isBefore(end) ? longer : end;
        return Optional.of(new Part(false, Optional.of(to), nextTo, end, Optional.empty(), 0, Optional.empty()));
    }

    /**
     * Less at a time: half the slice, whole seconds; then pages of it; then an eighth of the page, for a failure may have
     * taken hours to show. Empty if it cannot be less.
     */
    Optional<Part> narrowed(int pageRows) {
        if (limit > 0) {
            return limit > 1
                    ? Optional.of(new Part(whole, from, to, end, lastId, Math.max(1, limit / 8), Optional.empty()))
                    : Optional.empty();
        }
        Duration width = Duration.between(from.orElseThrow(), to);
        if (width.compareTo(SHORTEST) <= 0) {
            return Optional.of(new Part(whole, from, to, end, lastId, pageRows, Optional.empty()));
        }
        Instant middle = from.get().plus(width.dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        Instant nearer = middle.isAfter(from.get()) ? middle : from.get().plus(SHORTEST);
        return Optional.of(new Part(false, from, nearer, end, Optional.empty(), 0, Optional.empty()));
    }

    /** In words, for logs. */
    @Override
    public String toString() {
        String place = whole
                ? "all rows" + from.map(start -> " since " + start).orElse("")
                : "[" + from.map(Instant::toString).orElse("beginning") + ", " + to + ")";
        return place + lastId.map(id -> " behind " + id).orElse("");
    }
}
