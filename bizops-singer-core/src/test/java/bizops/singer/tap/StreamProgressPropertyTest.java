package bizops.singer.tap;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.state.Bookmark;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in whatever order, a bookmark only ever rises, and never above what was seen. */
class StreamProgressPropertyTest {
    @Property
    void onlyRisesAndEndsAtTheGreatestValue(
            @ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> values,
            @ForAll @IntRange(max = 100) int start,
            @ForAll @IntRange(max = 100) int ceiling) {
        StreamProgress progress = new StreamProgress(
                "s",
                "n",
                ReplicationKind.NUMBER,
                RowOrder.UNSORTED,
                number(ceiling),
                new Bookmark("n", number(start), null, Map.of()));

        for (int value : values) {
            progress.seen(value);
            assertThat(progress.bookmark().value()).as("old until complete").isEqualTo(number(start));
        }
        progress.complete();

        int greatest =
                Math.min(ceiling, values.stream().mapToInt(value -> value).max().orElse(0));
        assertThat(progress.bookmark().value()).isEqualTo(number(Math.max(start, greatest)));
    }

    @Property
    void neverFallsWhateverWindowsClose(@ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> ends) {
        StreamProgress progress = new StreamProgress(
                "s", "n", ReplicationKind.NUMBER, RowOrder.WINDOWS, null, new Bookmark(null, null, null, Map.of()));
        int greatest = -1;
        for (int end : ends) {
            progress.advanceTo(end);
            greatest = Math.max(greatest, end);
            assertThat(progress.bookmark().value()).isEqualTo(number(greatest));
        }
    }

    private static ReplicationValue number(int value) {
        return ReplicationValue.of(value, ReplicationKind.NUMBER);
    }
}
