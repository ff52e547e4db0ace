package bizops.report.cube;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.source.SumColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Numbers in limbs: what a browser adds up in doubles is exact. */
final class SumDataPropertyTest {
    private static final SumColumn COLUMN = new SumColumn("sum", true, SumColumn.Months.ALL);
    private static final double BASE = 1e8;

    @Property
    void everyRowKeepsItsDigitsAndDoublesAddThemUpExactly(
            @ForAll @Size(min = 1, max = 40)
                    List<@BigRange(min = "-1e24", max = "1e24") @Scale(18) BigDecimal> values) {
        SumData sum = SumData.of(COLUMN, values);
        double[] added = new double[sum.limbs().length];
        for (int row = 0; row < values.size(); row++) {
            assertThat(sum.at(row)).isEqualByComparingTo(values.get(row));
            for (int k = 0; k < added.length; k++) {
                added[k] += (double) sum.limbs()[k][row];
                assertThat(Math.signum((double) sum.limbs()[k][row])
                                * values.get(row).signum())
                        .isGreaterThanOrEqualTo(0);
            }
        }
        BigDecimal total = BigDecimal.ZERO;
        for (double limb : added) {
            total = total.multiply(new BigDecimal(BASE)).add(new BigDecimal(limb));
        }

        assertThat(total.movePointLeft(sum.scale()))
                .isEqualByComparingTo(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(Arrays.stream(sum.limbs())
                        .flatMapToLong(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElse(0))
                .isLessThan(1L << 53);
    }

    @Property
    void anUnknownValueStaysOne(@ForAll @Size(max = 20) List<Boolean> known) {
        List<BigDecimal> values = new ArrayList<>();
        known.forEach(is -> values.add(is ? BigDecimal.ONE : null));
        SumData sum = SumData.of(COLUMN, values);

        for (int row = 0; row < values.size(); row++) {
            assertThat(sum.at(row) == null).isEqualTo(values.get(row) == null);
        }
    }
}
