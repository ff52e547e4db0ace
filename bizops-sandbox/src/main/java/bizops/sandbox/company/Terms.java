package bizops.sandbox.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How Zuora counts: months with a fraction by the days of the month, values with up to 17 digits after the point. */
final class Terms {
    static final BigDecimal YEAR = BigDecimal.valueOf(12);
    private static final int SCALE = 17;

    private Terms() {}

    /** Months from one date to another, both at the start of the day: full months, and the rest by days of its month. */
    static BigDecimal months(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return months(to, from).negate();
        }
        long full = ChronoUnit.MONTHS.between(from, to);
        full += from.plusMonths(full + 1).isAfter(to) ? 0 : 1; // January 31 to February 28 is a month
        LocalDate rest = from.plusMonths(full);
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(rest, to));
        return BigDecimal.valueOf(full)
                .add(days.divide(BigDecimal.valueOf(rest.lengthOfMonth()), SCALE, RoundingMode.HALF_UP));
    }

    /** What a monthly amount comes to over that time. */
    static BigDecimal total(BigDecimal monthly, LocalDate from, LocalDate to) {
        return plain(monthly.multiply(months(from, to)).setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** The same rounded to cents, as invoices have it. */
    static BigDecimal invoiced(BigDecimal monthly, LocalDate from, LocalDate to) {
        return cents(monthly.multiply(months(from, to)));
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** A quotient with the digits that Zuora keeps. */
    static BigDecimal part(BigDecimal amount, BigDecimal by) {
        return plain(amount.divide(by, 9, RoundingMode.HALF_UP));
    }

    /** Without zeros at the end, and without an exponent. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
