package bizops.tap.salesforce.query;

import java.math.BigInteger;
import java.util.List;

/**
 * A half-open range of 15-character record ids, which count in base 62 with the digits {@code 0-9A-Za-z}. Immutable.
 *
 * @param lo first id inside
 * @param hi first id outside; the end of everything is {@link #END}, which no id reaches
 */
public record IdRange(BigInteger lo, BigInteger hi) {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int LENGTH = 15;
    private static final BigInteger END = BASE.pow(LENGTH);

    /** All ids that begin with the three characters of {@code keyPrefix}. */
    public static IdRange ofPrefix(String keyPrefix) {
        BigInteger unit = BASE.pow(LENGTH - keyPrefix.length());
        BigInteger first = number(keyPrefix).multiply(unit);
        return new IdRange(first, first.add(unit));
    }

    /** All ids. */
    public static IdRange all() {
        return new IdRange(BigInteger.ZERO, END);
    }

    /** The two halves, or nothing for a single id. */
    public List<IdRange> halves() {
        BigInteger middle = lo.add(hi).shiftRight(1);
        return middle.compareTo(lo) <= 0 ? List.of() : List.of(new IdRange(lo, middle), new IdRange(middle, hi));
    }

    /** The least id of the range. */
    public String first() {
        return id(lo);
    }

    /** The greatest id of the range. */
    public String last() {
        return id(hi.subtract(BigInteger.ONE));
    }

    private static BigInteger number(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("\"" + text + "\" is no part of a record id");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return number;
    }

    private static String id(BigInteger number) {
        StringBuilder reversed = new StringBuilder(LENGTH);
        BigInteger rest = number;
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            reversed.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return reversed.reverse().toString();
    }
}
