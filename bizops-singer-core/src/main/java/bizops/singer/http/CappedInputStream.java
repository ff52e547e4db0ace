package bizops.singer.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that fails once it has given more than a number of bytes. Owned by the thread that reads it. */
final class CappedInputStream extends FilterInputStream {
    private final long cap;
    private long read;

    CappedInputStream(InputStream in, long cap) {
        super(in);
        this.cap = cap;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int some = super.read(target, offset, length);
        if (some > 0) {
            count(some);
        }
        return some;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    /** Does nothing: parsers close what they read, but the rest of the body must still be looked at for its end. */
    @Override
    public void close() {}

    private void count(long more) throws IOException {
        read += more;
        if (read > cap) {
            throw new BodyTooLargeException(cap);
        }
    }
}
