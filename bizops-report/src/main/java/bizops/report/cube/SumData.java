package bizops.report.cube;

import bizops.report.source.SumColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that is added up, as whole units of 10^-scale, each split into limbs of eight digits so that the limbs of all
 * rows add up exactly in a {@code double} too: the pages' script has no other numbers that are fast.
 *
 * @param limbs by limb, the highest first, and row; all limbs of a value have its sign; not to be changed
 * @param unknown rows in which the value is null; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Limbs of many rows, without boxes.
public record SumData(SumColumn column, int scale, long[][] limbs, BitSet unknown) {
    private static final BigInteger BASE = BigInteger.valueOf(100_000_000);
    private static final BigInteger EXACT_IN_A_DOUBLE = BigInteger.ONE.shiftLeft(53);

    /** The number that summed limbs stand for. */
    public BigDecimal value(long[] summed) {
        if (summed.length == 1) {
            return BigDecimal.valueOf(summed[0], scale);
        }
        BigInteger units = BigInteger.ZERO;
        for (long limb : summed) {
            units = units.multiply(BASE).add(BigInteger.valueOf(limb));
        }
        return new BigDecimal(units, scale);
    }

    /** The value of a row; null where it is unknown. */
    public @Nullable BigDecimal at(int row) {
        if (unknown.get(row)) {
            return null;
        }
        long[] parts = new long[limbs.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = limbs[k][row];
        }
        return value(parts);
    }

    /** Whether a row's value has no decimals; so has an unknown one. */
    public boolean isWhole(int row) {
        BigDecimal value = scale == 0 ? null : at(row);
        return value == null || value.stripTrailingZeros().scale() <= 0;
    }

    /**
     * The column of these values.
     *
     * @param values one a row; null is unknown
     */
    public static SumData of(SumColumn column, List<@Nullable BigDecimal> values) {
        int scale = 0;
        for (BigDecimal value : values) {
            scale = value == null || value.signum() == 0
                    ? scale
                    : Math.max(scale, value.stripTrailingZeros().scale());
        }
        BitSet unknown = new BitSet();
        BigInteger[] units = new BigInteger[values.size()];
        for (int row = 0; row < units.length; row++) {
            BigDecimal value = values.get(row);
            unknown.set(row, value == null);
            units[row] = value == null ? BigInteger.ZERO : value.setScale(scale).unscaledValue();
        }
        return new SumData(column, scale, split(units), unknown);
    }

    private static long[][] split(BigInteger[] units) {
        int count = 1;
        BigInteger low = BigInteger.ONE;
        while (sumOfAbsolutes(units, low).compareTo(EXACT_IN_A_DOUBLE) >= 0) {
            count++;
            low = low.multiply(BASE);
        }
        long[][] limbs = new long[count][units.length];
        for (int row = 0; row < units.length; row++) {
            BigInteger rest = units[row];
            for (int k = count - 1; k > 0; k--) {
                BigInteger[] parts = rest.divideAndRemainder(BASE);
                limbs[k][row] = parts[1].longValueExact();
                rest = parts[0];
            }
            limbs[0][row] = rest.longValueExact();
        }
        return limbs;
    }

    private static BigInteger sumOfAbsolutes(BigInteger[] units, BigInteger low) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger unit : units) {
            sum = sum.add(unit.divide(low).abs());
        }
        return sum;
    }
}
