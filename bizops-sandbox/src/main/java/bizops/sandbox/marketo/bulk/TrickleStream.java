package bizops.sandbox.marketo.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Passes on little by little, with a pause after every piece. */
final class TrickleStream extends OutputStream {
    private static final int PIECE = 512;
    private static final long PAUSE_MILLIS = 5;

    private final OutputStream out;

    TrickleStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
        out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            out.write(bytes, offset + done, Math.min(PIECE, length - done));
            out.flush();
            pause();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
