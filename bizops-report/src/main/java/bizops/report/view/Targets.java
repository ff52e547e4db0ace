package bizops.report.view;

import bizops.report.source.Measure;
import bizops.report.source.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What measures should be in the months chosen. Immutable. */
final class Targets {
    private final Map<String, Map<YearMonth, BigDecimal>> monthly = new HashMap<>();
    private final Map<String, BigDecimal> constant = new HashMap<>();
    private final List<YearMonth> months;

    /**
     * @param period null for all time
     * @param all months of the data
     */
    Targets(List<Target> targets, @Nullable MonthRange period, List<YearMonth> all) {
        this.months = period == null ? all : period.months();
        for (Target target : targets) {
            if (target.month() == null) {
                constant.put(target.measure(), target.value());
            } else {
                monthly.computeIfAbsent(target.measure(), measure -> new HashMap<>())
                        .put(target.month(), target.value());
            }
        }
    }

    /** The target; null where there is none, or a month of it is missing. */
    @Nullable
    Figure of(Measure measure) {
        Map<YearMonth, BigDecimal> own = monthly.get(measure.name());
        if (own == null) {
            BigDecimal value = constant.get(measure.name());
            return value == null ? null : Figure.of(value);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : months) {
            BigDecimal value = own.get(month);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return months.isEmpty() ? null : Figure.of(sum);
    }
}
