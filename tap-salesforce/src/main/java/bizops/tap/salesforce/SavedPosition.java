package bizops.tap.salesforce;

import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.query.Position;
import bizops.tap.salesforce.query.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream's STATE holds beside its bookmark. Immutable. Keys that are not ours, such as the job ids of other taps,
 * are forgotten with the first position saved.
 *
 * @param last the last row written of a window or full load that is not complete
 * @param windowEnd the end of that window; empty for a full load
 * @param deletionsUntil up to when deletions were asked for
 * @param resend present while every row is being sent again
 * @param job the Bulk job that reads a window or full load that is not complete
 * @param wholeAt when every row was last read; kept only where that is to happen regularly
 */
record SavedPosition(
        Optional<Position> last,
        Optional<Instant> windowEnd,
        Optional<Instant> deletionsUntil,
        Optional<Resend> resend,
        Optional<JobPosition> job,
        Optional<Instant> wholeAt) {
    private static final String STAMP = "position_stamp";
    private static final String ID = "position_id";
    private static final String WINDOW_END = "position_window_end";
    private static final String DELETIONS = "deletions_until";
    /** Empty text at the beginning, when no row is covered yet. */
    private static final String RESENT = "resent_until";

    private static final String JOB = "bulk2";
    private static final String WHOLE = "read_whole_at";

    /** The position in a stream's state; parts that cannot be read count as absent, which only repeats rows. */
    static SavedPosition of(Map<String, ? extends @Nullable Object> state) {
        Optional<Position> last = Optional.empty();
        if (state.get(ID) instanceof String id) {
            last = Optional.of(new Position(instant(state.get(STAMP)), id));
        }
        Optional<Resend> resend = state.get(RESENT) instanceof String
                ? Optional.of(new Resend(instant(state.get(RESENT))))
                : Optional.empty();
        return new SavedPosition(
                last,
                instant(state.get(WINDOW_END)),
                instant(state.get(DELETIONS)),
                resend,
                JobPosition.of(state.get(JOB)),
                instant(state.get(WHOLE)));
    }

    /** Behind {@code last}, the last row written of a full load. */
    static SavedPosition inTable(Position last) {
        return new SavedPosition(
                Optional.of(last),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Behind {@code last}, the last row written of a window. */
    static SavedPosition inWindow(
            Position last, Window window, Optional<Instant> deletionsUntil, Optional<Resend> resend) {
        return new SavedPosition(
                Optional.of(last),
                Optional.of(window.hi()),
                deletionsUntil,
                resend,
                Optional.empty(),
                Optional.empty());
    }

    /** Somewhere in the pages of a job. */
    static SavedPosition inJob(JobPosition job, Optional<Instant> deletionsUntil, Optional<Resend> resend) {
        return new SavedPosition(
                Optional.empty(), Optional.empty(), deletionsUntil, resend, Optional.of(job), Optional.empty());
    }

    /** Between two windows: no row is half done. */
    static SavedPosition between(Optional<Instant> deletionsUntil, Optional<Resend> resend) {
        return new SavedPosition(
                Optional.empty(), Optional.empty(), deletionsUntil, resend, Optional.empty(), Optional.empty());
    }

    /** The same, remembering when every row was last read. */
    SavedPosition readWhole(Optional<Instant> at) {
        return new SavedPosition(last, windowEnd, deletionsUntil, resend, job, at);
    }

    /** The form that stands in the state. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        last.ifPresent(position -> {
            position.stamp().ifPresent(stamp -> json.put(STAMP, stamp.toString()));
            json.put(ID, position.id());
        });
        windowEnd.ifPresent(end -> json.put(WINDOW_END, end.toString()));
        deletionsUntil.ifPresent(until -> json.put(DELETIONS, until.toString()));
        resend.ifPresent(again ->
                json.put(RESENT, again.doneUntil().map(Instant::toString).orElse("")));
        job.ifPresent(known -> json.put(JOB, known.json()));
        wholeAt.ifPresent(at -> json.put(WHOLE, at.toString()));
        return json;
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
