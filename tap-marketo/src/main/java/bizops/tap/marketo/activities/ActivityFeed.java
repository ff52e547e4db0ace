package bizops.tap.marketo.activities;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.bulk.ExportKind;
import bizops.tap.marketo.bulk.ExportRequest;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.window.ExportSeries;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.SavedJob;
import bizops.tap.marketo.window.SeriesReader;
import bizops.tap.marketo.window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups the streams of activities: those that go on at the same moment with the same jobs share one job a window for
 * all their types. Owned by the run's thread.
 */
public final class ActivityFeed implements AutoCloseable {
    private final Rest rest;
    private final Exports exports;
    private final Lookback lookback;
    private final Duration largestWindow;
    private final Map<String, SeriesReader> readers = new LinkedHashMap<>();
    private final List<ExportSeries> series = new ArrayList<>();

    /** @param largestWindow days that one extract may span */
    public ActivityFeed(Rest rest, Exports exports, Lookback lookback, Duration largestWindow) {
        this.rest = rest;
        this.exports = exports;
        this.lookback = lookback;
        this.largestWindow = largestWindow;
    }

    /** Plans the streams of a run together and has the first jobs run. */
    public void prepare(Map<? extends ActivityStream, SyncContext> planned) throws Exception {
        if (planned.isEmpty()) {
            return;
        }
        Instant now = rest.now();
        Map<Group, Map<ActivityStream, Position>> groups = new LinkedHashMap<>();
        for (Map.Entry<? extends ActivityStream, SyncContext> one : planned.entrySet()) {
            Position position = Position.of(one.getValue());
            Span span = Span.of(one.getValue(), position, lookback, now);
            groups.computeIfAbsent(new Group(span, position.jobs()), absent -> new LinkedHashMap<>())
                    .put(one.getKey(), position);
        }
        for (Map.Entry<Group, Map<ActivityStream, Position>> group : groups.entrySet()) {
            begin(group.getKey(), group.getValue(), now);
        }
    }

    /** The stream's place in its series. */
    SeriesReader reader(ActivityStream stream, SyncContext sync) throws Exception {
        if (!readers.containsKey(stream.id())) {
            prepare(Map.of(stream, sync));
        }
        @Nullable SeriesReader reader = readers.get(stream.id());
        if (reader == null) {
            throw new IllegalStateException("no series for " + stream.id());
        }
        return reader;
    }

    @Override
    public void close() {
        series.forEach(ExportSeries::close);
    }

    private void begin(Group group, Map<ActivityStream, Position> streams, Instant now) throws Exception {
        TreeSet<Integer> types = new TreeSet<>();
        streams.keySet().forEach(stream -> types.addAll(stream.types()));
        List<Integer> ids = List.copyOf(types);
        ExportSeries jobs = new ExportSeries(
                String.join(
                        ", ", streams.keySet().stream().map(ActivityStream::id).toList()),
                exports,
                window -> {
                    Map<String, Object> filter = new LinkedHashMap<>(window.filter("createdAt"));
                    filter.put("activityTypeIds", ids);
                    return List.of(new ExportRequest(ExportKind.ACTIVITIES, ActivityCells.FIELDS, filter));
                },
                group.span(),
                largestWindow,
                group.jobs(),
                now);
        series.add(jobs);
        streams.forEach((stream, position) -> readers.put(stream.id(), jobs.join(position)));
        jobs.ahead();
    }

    /** What streams must have in common to share jobs. */
    private record Group(Span span, List<SavedJob> jobs) {}
}
