package bizops.target.batch;

import bizops.target.encode.ChunkPool;
import bizops.target.encode.EncodedRows;
import bizops.target.table.StreamShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What will be one transaction: the steps of all streams, and the newest STATE that came among them. Filled by one
 * thread, then handed to another; {@link Exchange} sees to it.
 */
public final class Batch {
    private final ChunkPool pool;
    private final Instant startedAt = Instant.now();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, OpenRows> open = new HashMap<>();
    private final Map<EncodedRows, OpenRows> loads = new HashMap<>();
    private int rows;
    private long bytes;
    private long firstStepAt;
    private int states;
    private byte @Nullable [] state;
    private byte @Nullable [] opening;
    private long firstStateAt;

    Batch(ChunkPool pool) {
        this.pool = pool;
    }

    /** The rows to add to for a stream, encoded for that shape. */
    public EncodedRows rows(StreamShape shape) {
        OpenRows current = open.get(shape.stream());
        if (current == null) {
            EncodedRows rows = new EncodedRows(shape, pool);
            current = new OpenRows(rows, states);
            add(new Step.Load(rows));
            open.put(shape.stream(), current);
            loads.put(rows, current);
        }
        return current.add(states);
    }

    /** Counts rows after they were added. */
    public void count(int moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
    }

    /** Adds a step; rows that the stream brings later are loaded after it. */
    public void add(Step step) {
        if (steps.isEmpty()) {
            firstStepAt = System.nanoTime();
        }
        steps.add(step);
        open.remove(step.shape().stream());
    }

    /** Takes a STATE, which covers everything that came before it; an older one is forgotten. */
    public void state(byte[] value) {
        if (state == null) {
            firstStateAt = System.nanoTime();
            opening = loads.isEmpty() ? value : null;
        }
        state = value;
        states++;
    }

    public List<Step> steps() {
        return steps;
    }

    public Optional<byte[]> state() {
        return Optional.ofNullable(state);
    }

    /** The first STATE of the batch, if no row came before it. */
    public Optional<byte[]> opening() {
        return Optional.ofNullable(opening);
    }

    /** How many of the last rows of a step of this batch no STATE of it covers. */
    public int uncovered(Step.Load load) {
        OpenRows rows = loads.get(load.rows());
        return rows == null ? 0 : rows.uncovered(states);
    }

    /** When the batch was begun. */
    public Instant startedAt() {
        return startedAt;
    }

    public int rows() {
        return rows;
    }

    /** Of encoded rows. */
    public long bytes() {
        return bytes;
    }

    /** Gives the memory of its rows back, when they are written. */
    void release() {
        for (Step step : steps) {
            if (step instanceof Step.Load load) {
                load.rows().release();
            }
        }
    }

    boolean isEmpty() {
        return steps.isEmpty() && state == null;
    }

    boolean isFull(BatchLimits limits) {
        return limits.reached(rows, bytes);
    }

    boolean isNearlyFull(BatchLimits limits) {
        return limits.nearlyReached(rows, bytes);
    }

    /** Nanoseconds until the batch is too old; nothing to wait for if it holds only a state. */
    long nanosLeft(BatchLimits limits) {
        if (isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (steps.isEmpty()) {
            return 0;
        }
        long now = System.nanoTime();
        long left = limits.age().toNanos() - (now - firstStepAt);
        return state == null ? left : Math.min(left, limits.stateAge().toNanos() - (now - firstStateAt));
    }
}
