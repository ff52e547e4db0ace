package bizops.target;

import bizops.singer.report.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the records read of each stream, for metrics lines. Thread-safe. */
final class RecordCounts {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String stream) {
        LongAdder count = counts.get(stream);
        if (count == null) {
            count = counts.computeIfAbsent(stream, name -> new LongAdder());
        }
        count.increment();
    }

    /** Writes one line a stream with what came since the last time. */
    void tell() {
        counts.forEach(
                (stream, count) -> Metrics.counter("record_count", count.sumThenReset(), Map.of("stream", stream)));
    }
}
