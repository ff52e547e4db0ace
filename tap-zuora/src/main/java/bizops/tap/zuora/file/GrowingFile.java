package bizops.tap.zuora.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that one thread reads while another still writes it. Thread-safe. */
final class GrowingFile {
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private long size;
    private boolean ended;

    GrowingFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * Writes the stream's bytes, up to its end, or until the thread is interrupted. If that fails, readers go on waiting
     * until they are interrupted.
     */
    void fill(InputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("nobody waits for the file any more");
                }
                out.write(buffer, 0, read);
                grow(read);
            }
        }
        end();
    }

    /** The file from its beginning; at the end of what is written so far a read waits for more. */
    InputStream follow() throws IOException {
        return new Follower(Files.newInputStream(path));
    }

    private synchronized void grow(int more) {
        size += more;
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** How many bytes lie behind a position; 0 only at the file's end, which is waited for. */
    private synchronized long behind(long position) throws IOException {
        while (size == position && !ended) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the file is not complete");
            }
        }
        return size - position;
    }

    private final class Follower extends InputStream {
        private final InputStream in;
        private long position;

        Follower(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            long behind = behind(position);
            if (behind == 0) {
                return -1;
            }
            int read = in.read(target, offset, (int) Math.min(length, behind));
            position += Math.max(read, 0);
            return read;
        }

        /** As of a complete file, for gunzip takes 0 as a sign that no further member follows. */
        @Override
        public int available() throws IOException {
            return (int) Math.min(Integer.MAX_VALUE, behind(position));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
