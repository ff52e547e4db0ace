package bizops.target.copy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The last three metadata fields of each row: the same times for all, and rising numbers. */
final class RowNumbers implements CopySender.RowEnd {
    private static final int LONGEST_NUMBER = 20;

    private final byte[] fixed;
    private long next;

    RowNumbers(Instant batchedAt, long syncStartedAt, long first) {
        this.fixed = (batchedAt + "\t" + syncStartedAt + "\t").getBytes(StandardCharsets.US_ASCII);
        this.next = first;
    }

    @Override
    public int write(byte[] into, int at) {
        System.arraycopy(fixed, 0, into, at, fixed.length);
        return digits(next++, into, at + fixed.length);
    }

    /** Writes a number that is not negative; a new text for every row would be most of the garbage of a load. */
    private static int digits(long number, byte[] into, int at) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        long rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    @Override
    public int longest() {
        return fixed.length + LONGEST_NUMBER;
    }
}
