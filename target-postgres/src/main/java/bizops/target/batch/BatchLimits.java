package bizops.target.batch;

import java.time.Duration;

/**
 * When a batch is closed. Immutable.
 *
 * @param rows over all streams
 * @param bytes encoded, over all streams
 * @param age of the oldest row
 * @param stateAge of the oldest state that waits
 */
public record BatchLimits(int rows, long bytes, Duration age, Duration stateAge) {
    /** From this share of a limit on, a batch is closed at the next STATE, so that the state covers all of it. */
    private static final double NEARLY = 0.75;

    boolean reached(int countedRows, long countedBytes) {
        return countedRows >= rows || countedBytes >= bytes;
    }

    boolean nearlyReached(int countedRows, long countedBytes) {
        return countedRows >= rows * NEARLY || countedBytes >= bytes * NEARLY;
    }

    /** The same limits, of so many bytes if these have more. */
    BatchLimits ofBytes(long fewer) {
        return new BatchLimits(rows, Math.min(bytes, fewer), age, stateAge);
    }
}
