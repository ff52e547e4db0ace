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
        byte[] number = Long.toString(next++).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(number, 0, into, at + fixed.length, number.length);
        return at + fixed.length + number.length;
    }

    @Override
    public int longest() {
        return fixed.length + LONGEST_NUMBER;
    }
}
