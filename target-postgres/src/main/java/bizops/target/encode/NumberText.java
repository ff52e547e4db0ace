package bizops.target.encode;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as their tokens are written, no digit touched. */
final class NumberText {
    /** Limits of {@code numeric}. */
    private static final int BEFORE_POINT = 131_072;

    private static final int BEHIND_POINT = 16_383;
    /** Nothing longer fits, and to look at it digit by digit would take long. */
    private static final int LONGEST = BEFORE_POINT + BEHIND_POINT + 32;
    /** A token of this length without an exponent is within the limits. */
    private static final int SURELY_FITS = 1000;

    private NumberText() {}

    /** Whether {@code numeric} can hold the number. */
    static boolean fits(String token) {
        if (token.length() < SURELY_FITS && token.indexOf('e') < 0 && token.indexOf('E') < 0) {
            return true;
        }
        if (token.length() > LONGEST) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(token);
            long before = (long) value.precision() - value.scale();
            return (value.signum() == 0 && Math.abs((long) value.scale()) <= BEHIND_POINT)
                    || (before <= BEFORE_POINT && value.scale() <= BEHIND_POINT);
        } catch (NumberFormatException exponentTooLong) {
            return false;
        }
    }

    /** The whole number that the token writes, in plain digits; null if it is not whole or too long for numeric. */
    static @Nullable String whole(String token) {
        if (!fits(token)) {
            return null;
        }
        BigDecimal value = new BigDecimal(token);
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toPlainString() : null;
    }

    /** Whether the plain digits are within the range of bigint. */
    static boolean isBigint(String digits) {
        try {
            long unused = Long.parseLong(digits);
            return true;
        } catch (NumberFormatException tooLong) {
            return false;
        }
    }
}
