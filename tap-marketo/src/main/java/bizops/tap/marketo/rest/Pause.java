package bizops.tap.marketo.rest;

import bizops.singer.error.RemoteException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits; a signal ends the wait and the run. Stateless. */
public final class Pause {
    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater("stopped while waiting; the state is kept", stopped);
        }
    }

    /** The time and up to a quarter more, so that programs that were refused together do not come back together. */
    public static void withJitter(Duration time) {
        long quarter = Math.max(1, time.toMillis() / 4);
        of(time.plusMillis(ThreadLocalRandom.current().nextLong(quarter)));
    }
}
