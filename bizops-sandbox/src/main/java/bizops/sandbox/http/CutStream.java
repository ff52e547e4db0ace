package bizops.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on so many bytes and then breaks off. */
final class CutStream extends OutputStream {
    /** The place of the cut was reached. */
    static final class CutException extends IOException {
        CutException() {
            super("cut");
        }
    }

    private final OutputStream out;
    private long left;

    CutStream(OutputStream out, long length) {
        this.out = out;
        this.left = length;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int part = (int) Math.min(length, left);
        out.write(bytes, offset, part);
        left -= part;
        if (part < length || left == 0) {
            throw new CutException();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
