package bizops.report.view;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Months from one to another, both within. Immutable. */
public record MonthRange(YearMonth from, YearMonth to) {
    public MonthRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    boolean has(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** As many months just before. */
    MonthRange before() {
        return new MonthRange(from.minusMonths(months().size()), from.minusMonths(1));
    }

    List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
