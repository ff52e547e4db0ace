package bizops.report.view;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;

/** The median of values that are there so many times. */
final class WeightedMedian {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private WeightedMedian() {}

    /** The mean of the two middle ones where there are two; {@code counts} has at least one value. */
    static Figure of(NavigableMap<Long, BigDecimal> counts) {
        BigDecimal all = counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = BigDecimal.ZERO;
        for (Map.Entry<Long, BigDecimal> each : counts.entrySet()) {
            before = before.add(each.getValue());
            int half = before.multiply(TWO).compareTo(all);
            if (half >= 0) {
                long lower = each.getKey();
                long upper = half == 0 ? counts.tailMap(lower, false).firstKey() : lower;
                return new Figure(BigDecimal.valueOf(lower).add(BigDecimal.valueOf(upper)), TWO, null);
            }
        }
        throw new IllegalArgumentException("no values");
    }
}
