package bizops.singer.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plain Java values to tokens. Thread-safe. */
final class ValueWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ValueWriter.class);
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    /** PostgreSQL's numeric ends at 131072 digits; an exponent beyond this is written as one, not as zeros. */
    private static final int PLAIN_DIGITS = 200_000;

    private ValueWriter() {}

    static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(WellFormed.text(text));
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Map<?, ?> map) {
            object(out, map);
        } else if (value instanceof Iterable<?> items) {
            array(out, items);
        } else {
            out.writeString(temporal(value));
        }
    }

    private static void object(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        if (map instanceof LaidOutRow row) {
            fields(out, row);
            out.writeEndObject();
            return;
        }
        for (Map.Entry<?, ?> field : map.entrySet()) {
            out.writeFieldName(WellFormed.text((String) field.getKey()));
            write(out, field.getValue());
        }
        out.writeEndObject();
    }

    private static void fields(JsonGenerator out, LaidOutRow row) throws IOException {
        RowLayout layout = row.layout();
        for (int place = 0; place < row.size(); place++) {
            out.writeFieldName(layout.encoded(place));
            write(out, row.value(place));
        }
    }

    private static void array(JsonGenerator out, Iterable<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(out, item);
        }
        out.writeEndArray();
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else if (number instanceof Digits digits) {
            out.writeNumber(digits.toString());
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(digits(decimal));
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            floating(out, number);
        } else {
            throw new IllegalArgumentException(unsupported(number));
        }
    }

    /** NaN and the infinities are no JSON; they become null. */
    private static void floating(JsonGenerator out, Number number) throws IOException {
        if (Double.isFinite(number.doubleValue())) {
            out.writeNumber(digits(new BigDecimal(number.toString())));
        } else {
            out.writeNull();
            if (WARNED.compareAndSet(false, true)) {
                LOG.warn("a number is {}, which JSON does not have; it and others like it become null", number);
            }
        }
    }

    private static String digits(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) > PLAIN_DIGITS ? decimal.toString() : decimal.toPlainString();
    }

    private static String temporal(Object value) {
        if (value instanceof Instant instant) {
            return InstantText.of(instant);
        }
        if (value instanceof LocalDate || value instanceof LocalTime) {
            return value.toString();
        }
        if (value instanceof OffsetDateTime dateTime) {
            return InstantText.of(dateTime.toInstant());
        }
        if (value instanceof ZonedDateTime dateTime) {
            return InstantText.of(dateTime.toInstant());
        }
        throw new IllegalArgumentException(unsupported(value));
    }

    private static String unsupported(Object value) {
        return "a value of type " + value.getClass().getName() + " cannot be sent; use String, Boolean, Integer, Long,"
                + " BigInteger, BigDecimal, Digits, Instant, LocalDate, Map, List or null";
    }
}
