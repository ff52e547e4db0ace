package bizops.tap.salesforce.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");

    @Test
    void halvesAWindowWithoutABeginningWhereSalesforceBegan() {
        Window open = new Window(Optional.empty(), START);

        assertThat(open.halves())
                .containsExactly(
                        new Window(Optional.empty(), Instant.parse("1999-01-01T00:00:00Z")),
                        Window.between(Instant.parse("1999-01-01T00:00:00Z"), START));
    }

    @Test
    void doesNotHalveASecond() {
        assertThat(Window.between(START, START.plusSeconds(1)).halves()).isEmpty();
    }

    @Test
    void isEmptyWhenTheEndIsNotBehindTheBeginning() {
        assertThat(Window.between(START, START).isEmpty()).isTrue();
        assertThat(Window.between(START.plusSeconds(1), START).isEmpty()).isTrue();
        assertThat(new Window(Optional.empty(), START).isEmpty()).isFalse();
    }

    @Property
    void halvesMeetWithoutGapOrOverlapAndAreSmaller(
            @ForAll @LongRange(min = 0, max = 999) long offset,
            @ForAll @LongRange(min = 1001, max = 4_000_000_000L) long millis) {
        Window window = Window.between(
                START.plusMillis(offset), START.plusMillis(offset).plusMillis(millis));

        List<Window> halves = window.halves();

        assertThat(halves).hasSize(2);
        assertThat(halves.get(0).lo()).isEqualTo(window.lo());
        assertThat(halves.get(0).hi()).isEqualTo(halves.get(1).lo().orElseThrow());
        assertThat(halves.get(1).hi()).isEqualTo(window.hi());
        assertThat(halves).noneMatch(Window::isEmpty);
        assertThat(Duration.between(halves.get(1).lo().orElseThrow(), window.hi())
                        .toMillis())
                .isLessThan(millis);
    }
}
