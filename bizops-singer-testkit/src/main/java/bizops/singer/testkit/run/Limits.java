package bizops.singer.testkit.run;

import java.time.Duration;

/**
 * How long a run may take. Immutable.
 *
 * @param whole for a run from start to end
 * @param patience for an end after a signal, or after nobody reads or writes any more
 */
public record Limits(Duration whole, Duration patience) {
    public static Limits defaults() {
        return new Limits(Duration.ofMinutes(10), Duration.ofSeconds(20));
    }
}
