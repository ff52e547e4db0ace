package bizops.singer.tap;

import bizops.singer.message.StateMessage;
import bizops.singer.state.Bookmark;
import bizops.singer.state.SyncState;
import bizops.singer.write.MessageWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps the whole state of a run and writes it often enough. Thread-safe. */
final class StateWriter {
    private final MessageWriter messages;
    private final int everyRecords;
    private final Duration every;
    private final boolean silent;

    private SyncState state;
    private long records;
    private long lastWritten = System.nanoTime();

    /** @param silent whether no STATE is written at all, as a test run needs */
    StateWriter(MessageWriter messages, SyncState incoming, KitSettings settings, boolean silent) {
        this.messages = messages;
        this.state = incoming;
        this.everyRecords = settings.stateEveryRecords();
        this.every = settings.stateEvery();
        this.silent = silent;
    }

    synchronized SyncState state() {
        return state;
    }

    synchronized void syncing(@Nullable String id) {
        state = state.syncing(id);
    }

    /** One more record went out. */
    synchronized void countRecord() {
        records++;
    }

    synchronized boolean due() {
        return records >= everyRecords || (records > 0 && System.nanoTime() - lastWritten >= every.toNanos());
    }

    /** Takes over a stream's bookmark; the next STATE has it. */
    synchronized void put(String id, Bookmark bookmark) {
        state = state.with(id, bookmark);
    }

    synchronized void write() {
        if (!silent && !state.isEmpty()) {
            messages.write(new StateMessage(state.json()));
        }
        records = 0;
        lastWritten = System.nanoTime();
    }
}
