package bizops.singer.tap;

import bizops.singer.cli.Signals;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a run on a signal: the stream stops at its next record and a last STATE goes out. Where the stream hangs in a
 * call, the STATE is written all the same and the process ended. Thread-safe.
 */
final class OrderlyEnd {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RunContext run;
    private final Thread reader;
    private final CountDownLatch ended = new CountDownLatch(1);

    private OrderlyEnd(RunContext run, Thread reader) {
        this.run = run;
        this.reader = reader;
    }

    /** Watches for signals until {@link #done}; the calling thread is the one that reads. */
    static OrderlyEnd onSignal(RunContext run) {
        OrderlyEnd end = new OrderlyEnd(run, Thread.currentThread());
        Signals.onSignal(end::stop);
        return end;
    }

    private void stop() {
        run.stop();
        reader.interrupt(); // wakes it from waits between attempts
        try {
            if (!ended.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                Thread saver = new Thread(run::writeLastState, "last-state");
                saver.setDaemon(true);
                saver.start();
                saver.join(GRACE.toMillis());
                LOG.warn("stopped while a request was unanswered; what was complete is kept, run again to go on");
                Signals.endNow();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run ended by itself. */
    void done() {
        ended.countDown();
    }
}
