package bizops.tap.salesforce.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdRangeTest {
    @Test
    void coversEveryIdOfAPrefix() {
        IdRange accounts = IdRange.ofPrefix("001");

        assertThat(accounts.first()).isEqualTo("001000000000000");
        assertThat(accounts.last()).isEqualTo("001zzzzzzzzzzzz");
    }

    @Test
    void halvesWithoutGapInTheOrderOfBase62() {
        List<IdRange> halves = IdRange.ofPrefix("001").halves();

        assertThat(halves.get(0).first()).isEqualTo("001000000000000");
        assertThat(halves.get(0).last()).isEqualTo("001Uzzzzzzzzzzz");
        assertThat(halves.get(1).first()).isEqualTo("001V00000000000");
        assertThat(halves.get(1).last()).isEqualTo("001zzzzzzzzzzzz");
    }

    @Test
    void endsAtASingleId() {
        IdRange range = IdRange.all();
        int steps = 0;
        while (!range.halves().isEmpty()) {
            range = range.halves().get(steps++ % 2);
        }

        assertThat(range.first()).isEqualTo(range.last());
        assertThat(steps).isLessThan(100);
    }
}
