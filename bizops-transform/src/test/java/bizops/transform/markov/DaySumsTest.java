package bizops.transform.markov;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DaySumsTest {

    @Test
    void holdsTheSumOfEachDayInOrderHoweverManyThereAre() {
        Random random = new Random(7);
        DaySums sums = new DaySums();
        SortedMap<Integer, Long> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            int day = random.nextInt(4_000) * 7 - 9_000;
            sums.on(day).add(i, null, null);
            expected.merge(day, (long) i, Long::sum);
        }
        DaySums twice = new DaySums();
        twice.add(sums);
        twice.add(sums);

        assertThat(sums.inOrder().keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((day, units) -> {
            assertThat(sums.on(day).weight()).isEqualByComparingTo(BigDecimal.valueOf(units, Shares.DECIMALS));
            assertThat(twice.on(day).weight()).isEqualByComparingTo(BigDecimal.valueOf(2 * units, Shares.DECIMALS));
        });
    }
}
