package bizops.singer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

    @Property
    void doublesWithJitterUpToTheLongest(@ForAll @IntRange(min = 1, max = 100) int failures) {
        double full = Math.min(Math.pow(2, failures - 1), 120);

        assertThat(backoff.before(failures, Optional.empty()).toMillis())
                .isBetween((long) (full * 500), (long) (full * 1000));
    }

    @Property
    void neverWaitsLessThanTheServerAsks(@ForAll @IntRange(max = 100_000) int seconds) {
        assertThat(backoff.before(1, Optional.of(Duration.ofSeconds(seconds))))
                .isBetween(
                        Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plusMillis(250));
    }
}
