package bizops.report.view;

import java.math.BigDecimal;
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
        @Nullable String gap) {
    static final Figure ZERO = of(BigDecimal.ZERO);

    static Figure of(BigDecimal value) {
        return new Figure(value, BigDecimal.ONE, null);
    }

    static Figure missing(String gap) {
        return new Figure(BigDecimal.ZERO, BigDecimal.ONE, gap);
    }

    boolean isGap() {
        return gap != null;
    }

    Figure plus(Figure other) {
        return gap != null
                ? this
                : other.gap != null
                        ? other
                        : new Figure(
                                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                                denominator.multiply(other.denominator),
                                null);
    }

    Figure negated() {
        return new Figure(numerator.negate(), denominator, gap);
    }

    Figure absolute() {
        return new Figure(numerator.abs(), denominator.abs(), gap);
    }

    /** This times the other; the first gap of the two stays. */
    Figure times(Figure other) {
        return gap != null
                ? this
                : other.gap != null
                        ? other
                        : new Figure(
                                numerator.multiply(other.numerator), denominator.multiply(other.denominator), null);
    }

    /** This over the other; the first gap of the two stays, and a zero below is the given one. */
    Figure over(Figure below, String whenZero) {
        if (gap != null) {
            return this;
        }
        if (below.gap != null) {
            return below;
        }
        return below.numerator.signum() == 0
                ? missing(whenZero)
                : new Figure(numerator.multiply(below.denominator), denominator.multiply(below.numerator), null);
    }

    /** Whether it has no fraction; a gap has none. */
    boolean isWhole() {
        return gap != null || numerator.remainder(denominator).signum() == 0;
    }

    /** Rounded half up, once, from the exact fraction. */
    BigDecimal rounded(int places) {
        return numerator.divide(denominator, places, RoundingMode.HALF_UP);
    }

    /** Below zero where this is the smaller one; both are defined. */
    int compare(Figure other) {
        int one = numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        return denominator.signum() == other.denominator.signum() ? one : -one;
    }
}
