package bizops.singer.tap;

import bizops.singer.report.Progress;
import bizops.singer.write.MessageWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the streams of one run share. Thread-safe except for the progress display, which one thread at a time may use. */
final class RunContext {
    private final KitSettings settings;
    private final MessageWriter messages;
    private final StateWriter states;
    private final Instant startedAt;
    private final int recordLimit;
    private final RecordCounters counters = new RecordCounters();
    private @Nullable Progress display;
    private volatile boolean stopping;
    private volatile @Nullable StreamRun current;

    /** @param recordLimit a stream ends after this many records; 0 for no limit */
    RunContext(KitSettings settings, MessageWriter messages, StateWriter states, Instant startedAt, int recordLimit) {
        this.settings = settings;
        this.messages = messages;
        this.states = states;
        this.startedAt = startedAt;
        this.recordLimit = recordLimit;
    }

    KitSettings settings() {
        return settings;
    }

    MessageWriter messages() {
        return messages;
    }

    StateWriter states() {
        return states;
    }

    RecordCounters counters() {
        return counters;
    }

    Instant startedAt() {
        return startedAt;
    }

    void show(Progress progress) {
        display = progress;
    }

    void recordWritten(String id) {
        counters.add(id);
        if (display != null) {
            display.add(1);
        }
    }

    /** The stream that is read now. */
    void reading(StreamRun stream) {
        current = stream;
    }

    /** Writes a last STATE with what is safe so far; may be called from any thread. */
    void writeLastState() {
        StreamRun stream = current;
        if (stream != null) {
            stream.saveBookmark();
        }
        states.write();
    }

    /** Every stream ends at its next record. */
    void stop() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    void stopIfAsked() {
        if (stopping) {
            throw new StoppedException("the run was asked to stop");
        }
    }

    void stopAfter(long records) {
        if (recordLimit > 0 && records >= recordLimit) {
            throw new StoppedException("enough records for a test");
        }
    }
}
