package bizops.tap.marketo.window;

import bizops.singer.tap.SyncContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream's state holds beside its bookmark: jobs under way, and marks that outlive a window. Keys that are not
 * ours, such as page tokens and job ids of older taps, are forgotten with the first save. Owned by the run's thread.
 */
public final class Position {
    private static final String EXPORTS = "exports";
    /** What older taps call their job; they looked a day back when they read their bookmark. */
    private static final String OLD_EXPORT = "export_end";

    private final SyncContext sync;
    private final Map<String, @Nullable Object> marks = new LinkedHashMap<>();
    private final boolean foreign;
    private List<SavedJob> jobs;

    private Position(SyncContext sync, List<String> kept) {
        this.sync = sync;
        Map<String, @Nullable Object> saved = sync.position();
        this.foreign = saved.containsKey(OLD_EXPORT);
        this.jobs = saved.get(EXPORTS) instanceof List<?> list
                ? list.stream().flatMap(job -> SavedJob.of(job).stream()).toList()
                : List.of();
        kept.forEach(name -> {
            if (saved.get(name) != null) {
                marks.put(name, saved.get(name));
            }
        });
    }

    /** The position that the state gave, of which these marks are kept. */
    public static Position of(SyncContext sync, String... marks) {
        return new Position(sync, List.of(marks));
    }

    /** Whether an older tap wrote it. */
    boolean isForeign() {
        return foreign;
    }

    /** The jobs that are not read yet. */
    public List<SavedJob> jobs() {
        return jobs;
    }

    public Optional<Instant> instant(String mark) {
        try {
            return Optional.ofNullable(marks.get(mark)).map(Object::toString).map(Instant::parse);
        } catch (DateTimeException foreignValue) {
            return Optional.empty();
        }
    }

    public boolean isFalse(String mark) {
        return Boolean.FALSE.equals(marks.get(mark));
    }

    /** Sets a mark, null removes it; saved with the next save. */
    public void mark(String name, @Nullable Object value) {
        if (value == null) {
            marks.remove(name);
        } else {
            marks.put(name, value instanceof Instant ? value.toString() : value);
        }
    }

    /** Saves the jobs at once: they must not be lost. */
    void saveNow(List<SavedJob> underWay) {
        jobs = List.copyOf(underWay);
        sync.savePositionNow(json());
    }

    public void save() {
        sync.savePosition(json());
    }

    /** Moves the bookmark, and keeps the marks and jobs that the kit would forget. */
    public void advanceTo(Instant end) {
        sync.advanceTo(end);
        save();
    }

    private Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(marks);
        if (!jobs.isEmpty()) {
            json.put(EXPORTS, jobs.stream().map(SavedJob::json).toList());
        }
        return json;
    }
}
