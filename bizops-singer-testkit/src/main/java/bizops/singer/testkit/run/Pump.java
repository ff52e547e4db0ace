package bizops.singer.testkit.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads a pipe on a thread of its own: nothing at first, then one byte, then all. Thread-safe. */
final class Pump {
    static final int LONGEST = 128 * 1024 * 1024;

    private final InputStream pipe;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch flow = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean overflowed;

    Pump(InputStream pipe) {
        this.pipe = pipe;
        this.thread = new Thread(this::pump, "singer-check-pipe");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets everything through from now on. */
    void flow() {
        open.countDown();
        flow.countDown();
    }

    /** Waits for one byte, and holds back the rest; false if the pipe ended or the time was over before. */
    boolean first(Duration longest) throws InterruptedException {
        open.countDown();
        return first.await(longest.toMillis(), TimeUnit.MILLISECONDS) && read.size() > 0;
    }

    byte[] bytes() {
        return read.toByteArray();
    }

    /** Everything up to the end of the pipe, which may be held open by a child of a process that has ended. */
    byte[] all() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(5));
        return read.toByteArray();
    }

    boolean overflowed() {
        return overflowed;
    }

    private void pump() {
        try {
            open.await();
            int start = pipe.read();
            if (start >= 0) {
                read.write(start);
            }
            first.countDown();
            flow.await();
            byte[] buffer = new byte[64 * 1024];
            for (int length = pipe.read(buffer); length >= 0; length = pipe.read(buffer)) {
                if (read.size() + length > LONGEST) {
                    overflowed = true;
                } else {
                    read.write(buffer, 0, length);
                }
            }
        } catch (IOException closed) {
            first.countDown();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
