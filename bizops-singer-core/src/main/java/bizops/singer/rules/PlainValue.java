package bizops.singer.rules;

import bizops.singer.json.Digits;
import bizops.singer.json.Json;
import bizops.singer.json.WellFormed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a row as the message carries it, so that a tap's row and the message read from it count as the same. */
final class PlainValue {
    private static final int PLAIN_DIGITS = 200_000;

    private PlainValue() {}

    /** Text without lone surrogates, one number for 1, 1.0 and 1e0; null for null and for what is no number. */
    static @Nullable String text(@Nullable Object value) {
        Object plain = of(value);
        if (plain instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > PLAIN_DIGITS ? number.toString() : number.toPlainString();
        }
        return plain == null ? null : plain.toString();
    }

    /** A String, a BigDecimal without trailing zeros, a Boolean or null; objects and arrays as JSON text. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return WellFormed.text(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toInstant().toString();
        }
        return value instanceof Iterable<?> || value instanceof Map<?, ?> ? Json.write(value) : value.toString();
    }

    private static @Nullable BigDecimal number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (number instanceof Digits digits) {
            return digits.exact().stripTrailingZeros();
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer).stripTrailingZeros();
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue())
                    ? new BigDecimal(number.toString()).stripTrailingZeros()
                    : null;
        }
        return BigDecimal.valueOf(number.longValue()).stripTrailingZeros();
    }
}
