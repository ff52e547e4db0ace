package bizops.singer.convert;

import bizops.singer.json.Digits;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers from their digits as sent, without a detour over binary fractions. Stateless. */
public final class Numbers {
    /** No amount has as many; {@code 1e999999999} would fill the memory when written out. */
    private static final int MOST_DIGITS = 1_000;

    private static final int LONG_DIGITS = 19;

    private Numbers() {}

    /** The exact value, trailing zeros kept; {@code 1.39E8} comes out as 139000000. */
    public static BigDecimal decimal(String text) throws BadValueException {
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

    /**
     * The same as {@link #decimal} for rows that only pass the number on: {@link Digits} where the text is a number of JSON
     * already, else a BigDecimal.
     */
    public static Number digits(String text) throws BadValueException {
        Digits digits = Digits.of(text);
        return digits == null ? decimal(text) : digits;
    }

    /** A Long, or a BigInteger beyond its range; {@code 12.0} is 12, while {@code 12.5} is refused. */
    public static Number integer(String text) throws BadValueException {
        if (isShort(text)) {
            return Long.valueOf(text);
        }
        try {
            return whole(decimal(text).toBigIntegerExact());
        } catch (ArithmeticException fraction) {
            throw new BadValueException(text, "no whole number");
        }
    }

    /** As {@link #integer}, but what follows the point is cut off. */
    public static Number truncated(String text) throws BadValueException {
        return whole(decimal(text).toBigInteger());
    }

    private static Number whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    /** Whether the text is nothing but digits, few enough for a long. */
    private static boolean isShort(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return length > 0 && length < LONG_DIGITS;
    }
}
