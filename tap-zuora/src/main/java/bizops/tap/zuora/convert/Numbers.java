package bizops.tap.zuora.convert;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers with every digit as written. Stateless. */
final class Numbers {
    /** No amount has as many; {@code 1e999999999} would fill the memory when written out. */
    private static final int MOST_DIGITS = 1_000;

    private Numbers() {}

    /** The number as written, trailing zeros kept. */
    static BigDecimal decimal(String text) throws BadValueException {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.scale() > MOST_DIGITS) {
                throw new BadValueException(text, "too long for a number");
            }
            return value.scale() < 0 ? value.setScale(0) : value;
        } catch (NumberFormatException notANumber) {
            throw new BadValueException(text, "no number");
        }
    }

    /** A Long, or a BigInteger beyond its range; {@code 12.0} is 12, while {@code 12.5} is refused. */
    static Number integer(String text) throws BadValueException {
        BigDecimal value = decimal(text);
        try {
            BigInteger whole = value.toBigIntegerExact();
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
        } catch (ArithmeticException fraction) {
            throw new BadValueException(text, "no whole number");
        }
    }
}
