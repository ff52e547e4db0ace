package bizops.report.view;

import java.time.YearMonth;

/** The steps of tables by period. */
public enum Grain {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Grain(int months) {
        this.months = months;
    }

    /** The period that a month is in: {@code 2026-06}, {@code 2026-Q2}, {@code 2026}. */
    String key(YearMonth month) {
        return switch (this) {
            case MONTH -> month.toString();
            case QUARTER -> month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
            case YEAR -> String.valueOf(month.getYear());
        };
    }

    /** The first month of the period that a month is in. */
    YearMonth first(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % months);
    }

    /** The first month of the period after that of a month. */
    YearMonth next(YearMonth month) {
        return first(month).plusMonths(months);
    }
}
