package bizops.sandbox.marketo.bulk;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on a stretch of what is written and then says that it has enough. */
final class PartStream extends OutputStream {
    /** The stretch is complete. */
    static final class Done extends IOException {
        Done() {
            super("the part is complete");
        }
    }

    private final OutputStream out;
    private long skip;
    private long left;

    PartStream(OutputStream out, long skip, long length) {
        this.out = out;
        this.skip = skip;
        this.left = length;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int before = (int) Math.min(skip, length);
        skip -= before;
        int part = (int) Math.min(left, length - before);
        out.write(bytes, offset + before, part);
        left -= part;
        if (left == 0) {
            throw new Done();
        }
    }
}
