package bizops.singer.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as its digits stand, for rows that only pass it on: reading a BigDecimal and writing it again costs several
 * times as much. Equal if the digits are: 1.0 is another than 1. Immutable.
 */
public final class Digits extends Number {
    private static final long serialVersionUID = 1;
    /** No amount of money is longer. */
    private static final int LONGEST = 40;

    private final String text;

    private Digits(String text) {
        this.text = text;
    }

    /**
     * The number; null if the text is long, or differs from what a BigDecimal of it would write: it has the form {@code
     * -?(0|[1-9][0-9]*)([.][0-9]+)?} and is no negative zero.
     */
    public static @Nullable Digits of(String text) {
        int length = text.length();
        int begin = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = digitsEnd(text, begin);
        boolean zeroFirst = point > begin + 1 && text.charAt(begin) == '0';
        if (point == begin || zeroFirst || length > LONGEST) {
            return null;
        }
        boolean fraction = point < length && text.charAt(point) == '.' && point + 1 < length;
        boolean plain = point == length || (fraction && digitsEnd(text, point + 1) == length);
        return plain && (begin == 0 || !isZero(text)) ? new Digits(text) : null;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    /** Every digit as it stood. */
    public BigDecimal exact() {
        return new BigDecimal(text);
    }

    @Override
    public int intValue() {
        return exact().intValue();
    }

    @Override
    public long longValue() {
        return exact().longValue();
    }

    @Override
    public float floatValue() {
        return exact().floatValue();
    }

    @Override
    public double doubleValue() {
        return exact().doubleValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digits digits && text.equals(digits.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The digits, as JSON has them. */
    @Override
    public String toString() {
        return text;
    }
}
