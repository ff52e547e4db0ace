package bizops.tap.zuora.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PAGE = 100;

    @Test
    void aWindowThatWasReadAtOnceIsDone() {
        assertThat(Part.window(START, START.plusSeconds(10)).next(1_000_000, Optional.of("x")))
                .isEmpty();
    }

    @Test
    void aFullPageOfTheWholeObjectIsFollowedByAnother() {
        Part first = Part.whole(Optional.empty(), START, PAGE);

        Part second = first.next(PAGE, Optional.of("m")).orElseThrow();

        assertThat(second.lastId()).contains("m");
        assertThat(second.next(PAGE - 1, Optional.of("z"))).isEmpty();
    }

    @Property(tries = 200)
    void slicesOfAnyWindowLeaveNoGapAndNoOverlap(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seconds,
            @ForAll @LongRange(min = 0, max = 30) long halvings) {
        Instant end = START.plusSeconds(seconds);
        Part part = Part.window(START, end);
        for (long i = 0; i < halvings && part.limit() == 0; i++) {
            part = part.narrowed(PAGE).orElseThrow();
        }

        Instant reached = START;
        int slices = 0;
        for (Optional<Part> next = Optional.of(part); next.isPresent(); next = part.next(0, Optional.empty())) {
            part = next.get();
            assertThat(part.from()).contains(reached);
            assertThat(part.to()).isAfter(reached);
            reached = part.to();
            slices++;
        }
        assertThat(reached).isEqualTo(end);
        assertThat(slices).isLessThan(64);
    }

    @Property(tries = 50)
    void narrowingEndsAtPagesOfOneRow(@ForAll @LongRange(min = 1, max = 1_000_000) long seconds) {
        Optional<Part> part = Optional.of(Part.window(START, START.plusSeconds(seconds)));
        Part last = part.get();
        int steps = 0;
        for (; part.isPresent(); part = part.get().narrowed(PAGE)) {
            last = part.get();
            steps++;
        }

        assertThat(steps).isLessThan(40);
        assertThat(last.limit()).isEqualTo(1);
        assertThat(Duration.between(last.from().orElseThrow(), last.to())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pagesInsideASecondEndWithTheSecondAndLargerSlicesFollow() {
        Part second = Part.window(START, START.plusSeconds(1)).narrowed(PAGE).orElseThrow();
        assertThat(second.limit()).isEqualTo(PAGE);

        Part longer = new Part(
                        false,
                        Optional.of(START),
                        START.plusSeconds(1),
                        START.plusSeconds(60),
                        Optional.of("m"),
                        PAGE,
                        Optional.empty())
                .next(PAGE - 1, Optional.of("z"))
                .orElseThrow();

        assertThat(longer.limit()).isZero();
        assertThat(longer.lastId()).isEmpty();
        assertThat(longer.from()).contains(START.plusSeconds(1));
        assertThat(longer.to()).isEqualTo(START.plusSeconds(3));
    }
}
