package bizops.tap.marketo.convert;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers from their digits as sent, without a detour over binary fractions. Stateless. */
final class Numbers {
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    static BigDecimal decimal(String text) throws BadValueException {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.scale() > MOST_DIGITS) {
                throw new BadValueException(text, "too long for a number");
            }
            return value.scale() < 0 ? value.setScale(0) : value;
        } catch (NumberFormatException noNumber) {
            throw new BadValueException(text, "no number");
        }
    }

    /** A Long, or a BigInteger beyond its range; {@code 12.0} is 12, while {@code 12.5} is refused. */
    static Number integer(String text) throws BadValueException {
        try {
            return whole(decimal(text).toBigIntegerExact());
        } catch (ArithmeticException fraction) {
            throw new BadValueException(text, "no whole number");
        }
    }

    /** As {@link #integer}, but what follows the point is cut off. */
    static Number truncated(String text) throws BadValueException {
        return whole(decimal(text).toBigInteger());
    }

    private static Number whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }
}
