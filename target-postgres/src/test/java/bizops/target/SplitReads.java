package bizops.target;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** Bytes that come a few at a time, as through a pipe. */
final class SplitReads extends ByteArrayInputStream {
    private final Random random;
    private final int most;

    /** @param most the number of bytes that one read returns at most */
    SplitReads(byte[] bytes, int most, long seed) {
        super(bytes);
        this.most = most;
        this.random = new Random(seed);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
    }
}
