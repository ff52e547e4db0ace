package bizops.report.page;

import bizops.report.cube.ConversionGroup;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The distribution of conversion times of a group of won opportunities. Immutable. */
final class Waits {
    /** Upper ends of the rows of the distribution in days, both ends included; the last row has none. */
    static final List<Integer> LIMITS = List.of(30, 60, 90, 180, 365);

    private final NavigableMap<Integer, Long> countByDays = new TreeMap<>();
    private final long won;
    private final long timed;

    Waits(List<ConversionGroup> groups) {
        long all = 0;
        long known = 0;
        for (ConversionGroup group : groups) {
            all += group.count();
            if (group.days() != null) {
                known += group.count();
                countByDays.merge(group.days(), group.count(), Long::sum);
            }
        }
        this.won = all;
        this.timed = known;
    }

    /** All won opportunities. */
    long won() {
        return won;
    }

    /** Those with a conversion time. */
    long timed() {
        return timed;
    }

    /** How many took more than {@code above} and at most {@code limit} days. */
    long within(int above, int limit) {
        return countByDays.entrySet().stream()
                .filter(entry -> entry.getKey() > above && entry.getKey() <= limit)
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    /** The mean of the two middle values, which are one when the count is odd. */
    Figure median() {
        if (timed == 0) {
            return Figure.missing(Gap.NO_CONVERSION);
        }
        long twice = at((timed - 1) / 2) + at(timed / 2);
        return new Figure(BigDecimal.valueOf(twice), BigDecimal.valueOf(2), null);
    }

    private long at(long position) {
        long before = 0;
        for (var entry : countByDays.entrySet()) {
            before += entry.getValue();
            if (before > position) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("position " + position + " of " + timed);
    }
}
