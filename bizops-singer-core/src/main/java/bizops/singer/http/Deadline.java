package bizops.singer.http;

import java.time.Duration;

/** A moment on the process's own clock after which something is given up. Immutable. */
final class Deadline {
    private final long end;

    Deadline(Duration fromNow) {
        end = System.nanoTime() + fromNow.toNanos();
    }

    /** How long it is till then; never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
