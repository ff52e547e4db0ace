package bizops.tap.salesforce.bulk;

import java.time.Duration;
import java.util.Optional;

/**
 * When to look at a job next, and when to give it up: pauses begin at half a second and double; a job that stands still
 * too long, or lasts longer than a day, is given up. Owned by one thread.
 */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    private static final Duration IN_ALL = Duration.ofHours(24);

    private final BulkSettings settings;
    private final long began = System.nanoTime();
    private long lastProgress = began;
    private Object lastSeen = "";
    private Duration pause;
    private long due;

    Patience(BulkSettings settings) {
        this.settings = settings;
        this.pause = shorter(FIRST_PAUSE, settings.longestPause());
        this.due = began + pause.toNanos();
    }

    /** Sleeps a little; true once it is time to look. The owner may turn to other things in between. */
    boolean due() {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(shorter(Duration.ofNanos(left), LONGEST_NAP).toMillis() + 1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a Bulk job", interrupted);
            }
        }
        return due - System.nanoTime() <= 0;
    }

    /** Somebody looked and saw this; answers why to give up, if it is time to. */
    Optional<String> saw(Object seen) {
        long now = System.nanoTime();
        if (!seen.equals(lastSeen)) {
            lastSeen = seen;
            lastProgress = now;
        }
        pause = shorter(pause.multipliedBy(2), settings.longestPause());
        due = now + pause.toNanos();
        if (now - lastProgress > settings.patience().toNanos()) {
            return Optional.of("it has stood still for " + settings.patience().toSeconds() + " s");
        }
        return now - began > IN_ALL.toNanos() ? Optional.of("it has lasted for a day") : Optional.empty();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
