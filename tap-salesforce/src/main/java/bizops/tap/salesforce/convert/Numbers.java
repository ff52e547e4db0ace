package bizops.tap.salesforce.convert;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers from their digits as sent, without a detour over binary fractions. */
final class Numbers {
    private static final int MOST_DIGITS = 400;
    private static final int LONG_DIGITS = 19;

    private Numbers() {}

    /** The exact value; {@code 1.39E8} comes out as 139000000. */
    static BigDecimal decimal(String text) throws BadValueException {
        try {
            BigDecimal value = new BigDecimal(text);
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
        if (isShort(text)) {
            return Long.valueOf(text);
        }
        BigDecimal value = decimal(text);
        try {
            BigInteger whole = value.toBigIntegerExact();
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
        } catch (ArithmeticException fraction) {
            throw new BadValueException(text, "no whole number");
        }
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

    /** Whether the text stands for something that is no number and that no JSON number can say. */
    static boolean notFinite(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }
}
