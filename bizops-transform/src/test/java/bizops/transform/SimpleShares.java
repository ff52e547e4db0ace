package bizops.transform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Cuts a value into rounded parts that sum to it. */
final class SimpleShares {
    private static final MathContext DIGITS = new MathContext(60);

    private SimpleShares() {}

    /** Weights that sum to 1 at 15 decimals; the difference goes to the remainder touch. */
    static List<BigDecimal> weights(List<BigDecimal> unrounded) {
        BigDecimal sum = unrounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> parts = new ArrayList<>();
        unrounded.forEach(weight -> parts.add(weight.divide(sum, DIGITS).setScale(15, RoundingMode.HALF_UP)));
        return closed(parts, BigDecimal.ONE, remainder(unrounded));
    }

    /** The value in parts; the difference goes to the remainder touch. */
    static List<BigDecimal> credits(List<BigDecimal> weights, BigDecimal value, int decimals, int remainder) {
        List<BigDecimal> parts = new ArrayList<>();
        weights.forEach(weight -> parts.add(value.multiply(weight).setScale(decimals, RoundingMode.HALF_UP)));
        return closed(parts, value, remainder);
    }

    /** Where the greatest unrounded weight is, among equals the first. */
    static int remainder(List<BigDecimal> unrounded) {
        int greatest = 0;
        for (int i = 1; i < unrounded.size(); i++) {
            greatest = unrounded.get(i).compareTo(unrounded.get(greatest)) > 0 ? i : greatest;
        }
        return greatest;
    }

    private static List<BigDecimal> closed(List<BigDecimal> parts, BigDecimal value, int remainder) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.set(remainder, parts.get(remainder).add(value).subtract(sum));
        return parts;
    }

    static String shown(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
