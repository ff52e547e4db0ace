package bizops.tap.marketo.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookbackTest {
    private static final int DAY = 24 * 3600;
    private static final Lookback USUAL = new Lookback(Optional.empty());

    @Test
    void reachesADayBeforeTheDayOfTheBookmarkOnTheFirstRunOfADayInChicago() {
        Instant lateEvening = Instant.parse("2026-02-01T05:55:00Z");
        Instant firstOfNextDay = Instant.parse("2026-02-01T06:05:00Z");

        assertThat(lateEvening.minus(USUAL.of(lateEvening, firstOfNextDay)))
                .isEqualTo(Instant.parse("2026-01-30T06:00:00Z"));
    }

    /** Runs by the hour, with pauses of up to three days, and an activity at any time that is late by up to a day. */
    @Test
    void nothingThatIsLateByADayOrLessIsMissedWhateverTheRhythmOfRuns() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            Instant date = Instant.parse("2026-03-05T00:00:00Z").plusSeconds(random.nextInt(5 * DAY));
            Instant visible = date.plusSeconds(random.nextInt(DAY + 1));
            Instant bookmark = Instant.parse("2026-03-02T00:00:00Z").plusSeconds(random.nextInt(DAY));
            boolean read = false;
            for (Instant now = bookmark; now.isBefore(visible.plusSeconds(5 * DAY)); ) {
                now = now.plusSeconds(random.nextInt(20) == 0 ? random.nextInt(3 * DAY) : random.nextInt(7_200));
                Instant limit = now.minus(Span.SAFETY_LAG);
                Instant start = bookmark.minus(USUAL.of(bookmark, now));
                read |= !visible.isAfter(now) && !date.isBefore(start) && !date.isAfter(limit);
                bookmark = limit.isAfter(bookmark) ? limit : bookmark;
            }

            assertThat(read)
                    .as("seed " + seed + ", " + date + " seen from " + visible + " on")
                    .isTrue();
        }
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
