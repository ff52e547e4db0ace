package bizops.tap.marketo.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookbackTest {
    private static final Lookback USUAL = new Lookback(Optional.empty());

    @Test
    void isADayOnTheFirstRunOfADayInChicago() {
        Instant lateEvening = Instant.parse("2026-02-01T05:55:00Z");

        assertThat(USUAL.of(lateEvening, Instant.parse("2026-02-01T06:05:00Z"))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void isTwoHoursOnEveryOtherRunOfThatDay() {
        Instant bookmark = Instant.parse("2026-02-01T06:00:00Z");

        assertThat(USUAL.of(bookmark, Instant.parse("2026-02-02T05:59:59Z"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void isWhatTheUserSays() {
        Lookback fixed = new Lookback(Optional.of(Duration.ofDays(3)));
        Instant now = Instant.parse("2026-02-01T06:00:00Z");

        assertThat(fixed.of(now, now)).isEqualTo(Duration.ofDays(3));
    }
}
