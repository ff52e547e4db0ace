package bizops.target;

import bizops.singer.report.Metrics;
import bizops.target.batch.Batch;
import bizops.target.batch.Step;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the records read of each stream and the bytes committed, for metrics lines. Thread-safe. */
final class RecordCounts {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> bytes = new ConcurrentHashMap<>();

    void add(String stream) {
        LongAdder count = counts.get(stream);
        if (count == null) {
            count = counts.computeIfAbsent(stream, name -> new LongAdder());
        }
        count.increment();
    }

    /** Counts the encoded rows of a batch that is committed. */
    void loaded(Batch batch) {
        for (Step step : batch.steps()) {
            if (step instanceof Step.Load load) {
                bytes.computeIfAbsent(step.shape().stream(), name -> new LongAdder())
                        .add(load.rows().size());
            }
        }
    }

    /** Writes one line a stream with what came since the last time. */
    void tell() {
        counts.forEach(
                (stream, count) -> Metrics.counter("record_count", count.sumThenReset(), Map.of("stream", stream)));
        bytes.forEach((stream, count) -> Metrics.counter("byte_count", count.sumThenReset(), Map.of("stream", stream)));
    }
}
