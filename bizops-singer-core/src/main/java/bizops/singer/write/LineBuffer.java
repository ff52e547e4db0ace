package bizops.singer.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A growing run of bytes whose unfinished tail can be taken back. Not thread-safe; the message writer owns it. */
final class LineBuffer extends OutputStream {
    private byte[] bytes;
    private int size;

    LineBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    /** Forgets everything after the first {@code mark} bytes. */
    void cutTo(int mark) {
        size = mark;
    }

    /** Hands all bytes over and is empty, even if that fails. */
    void drainTo(OutputStream out) throws IOException {
        int length = size;
        size = 0;
        out.write(bytes, 0, length);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
