package bizops.report.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A fraction in lowest terms, or the reason why there is none. Immutable. */
record Rational(BigInteger over, BigInteger under, @Nullable String gap) {
    static Rational of(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        return of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    static Rational of(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        return new Rational(over.divide(common), under.divide(common), null);
    }

    static Rational gap(String why) {
        return new Rational(BigInteger.ZERO, BigInteger.ONE, why);
    }

    /** As it is printed: half away from zero, grouped by thousands. */
    String text(int places, boolean percent) {
        if (gap != null) {
            return "–";
        }
        BigInteger scaled = over.multiply(BigInteger.TEN.pow(percent ? places + 2 : places));
        BigInteger[] halves = scaled.abs().shiftLeft(1).add(under).divideAndRemainder(under.shiftLeft(1));
        String digits = String.format("%0" + (places + 1) + "d", halves[0]);
        String whole = digits.substring(0, digits.length() - places);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            grouped.append(i > 0 && (whole.length() - i) % 3 == 0 ? "," : "").append(whole.charAt(i));
        }
        String sign = over.signum() < 0 && halves[0].signum() > 0 ? "\u2212" : "";
        return sign
                + grouped
                + (places > 0 ? "." + digits.substring(digits.length() - places) : "")
                + (percent ? "%" : "");
    }
}
