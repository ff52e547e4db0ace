package bizops.singer.tap;

import bizops.singer.report.Metrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts records a stream and writes the metric {@code record_count} once a minute and at the end. Thread-safe. */
final class RecordCounters {
    private static final Duration PACE = Duration.ofSeconds(60);

    private final Map<String, Count> counts = new HashMap<>();

    synchronized void add(String id) {
        Count count = counts.computeIfAbsent(id, absent -> new Count());
        count.records++;
        if (System.nanoTime() - count.since >= PACE.toNanos()) {
            write(id, count);
        }
    }

    /** Writes what is left, also a zero. */
    synchronized void end(String id) {
        write(id, counts.computeIfAbsent(id, absent -> new Count()));
    }

    private static void write(String id, Count count) {
        Metrics.counter("record_count", count.records, Map.of("stream", id));
        count.records = 0;
        count.since = System.nanoTime();
    }

    private static final class Count {
        private long records;
        private long since = System.nanoTime();
    }
}
