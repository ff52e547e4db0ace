package bizops.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One exact number, kept as a fraction, or the reason why there is none. Immutable.
 *
 * @param denominator never 0
 * @param gap null exactly when the figure is defined
 */
record Figure(
        BigDecimal numerator,
        BigDecimal denominator,
        @Nullable Gap gap) {
    static Figure of(BigDecimal value) {
        return new Figure(value, BigDecimal.ONE, null);
    }

    static Figure of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    static Figure missing(Gap gap) {
        return new Figure(BigDecimal.ZERO, BigDecimal.ONE, gap);
    }

    /** The sum, or why it is missing. */
    static Figure ofNullable(@Nullable BigDecimal value, Gap otherwise) {
        return value == null ? missing(otherwise) : of(value);
    }

    /** This over the other; the first gap of the two stays, and a zero below is the given one. */
    Figure over(Figure below, Gap whenZero) {
        if (gap != null) {
            return this;
        }
        if (below.gap != null) {
            return below;
        }
        if (below.numerator.signum() == 0) {
            return missing(whenZero);
        }
        return new Figure(numerator.multiply(below.denominator), denominator.multiply(below.numerator), null);
    }

    /** This times the other; the first gap of the two stays. */
    Figure times(Figure other) {
        if (gap != null) {
            return this;
        }
        if (other.gap != null) {
            return other;
        }
        return new Figure(numerator.multiply(other.numerator), denominator.multiply(other.denominator), null);
    }

    /** Rounded half up, once, from the exact fraction. */
    BigDecimal rounded(int places) {
        return numerator.divide(denominator, places, RoundingMode.HALF_UP);
    }

    /** Near enough to sort by. */
    BigDecimal approximately() {
        return numerator.divide(denominator, MathContext.DECIMAL128);
    }
}
