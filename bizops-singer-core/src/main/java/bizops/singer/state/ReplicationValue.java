package bizops.singer.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of a replication key: an instant, a day, a number or a text, compared as such and never as text. Immutable.
 */
public final class ReplicationValue implements Comparable<ReplicationValue> {
    private final ReplicationKind kind;
    private final Object value;

    private ReplicationValue(ReplicationKind kind, Object value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * Reads a value of a row, a state or a setting.
     *
     * @param value a text, number, {@link Instant} or {@link LocalDate}; a date-time without zone counts as UTC
     * @throws IllegalArgumentException if it is none of this kind
     */
    public static ReplicationValue of(Object value, ReplicationKind kind) {
        try {
            return new ReplicationValue(kind, read(value, kind));
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no "
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    unreadable);
        }
    }

    public static ReplicationValue of(Instant value) {
        return new ReplicationValue(ReplicationKind.DATE_TIME, value);
    }

    public ReplicationKind kind() {
        return kind;
    }

    /** The instant; a day counts as its midnight in UTC. Other kinds have none: IllegalStateException. */
    public Instant instant() {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        throw new IllegalStateException("a " + kind + " is no point in time");
    }

    /** What state and messages carry: RFC 3339 text in UTC, ISO date, number or text. */
    public Object json() {
        return value instanceof Instant || value instanceof LocalDate ? value.toString() : value;
    }

    /** The greater of two; {@code this} if equal or if there is no other. */
    public ReplicationValue max(@Nullable ReplicationValue other) {
        return other != null && other.compareTo(this) > 0 ? other : this;
    }

    /** The smaller of two; {@code this} if equal. */
    public ReplicationValue min(ReplicationValue other) {
        return other.compareTo(this) < 0 ? other : this;
    }

    @Override
    public int compareTo(ReplicationValue other) {
        if (value instanceof Instant left && other.value instanceof Instant right) {
            return left.compareTo(right);
        }
        if (value instanceof LocalDate left && other.value instanceof LocalDate right) {
            return left.compareTo(right);
        }
        if (value instanceof BigDecimal left && other.value instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        if (value instanceof String left && other.value instanceof String right) {
            return left.compareTo(right);
        }
        throw new IllegalArgumentException("a " + kind + " cannot be compared with a " + other.kind);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReplicationValue that && kind == that.kind && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().hashCode() : value.hashCode();
    }

    @Override
    public String toString() {
        return json().toString();
    }

    private static Object read(Object value, ReplicationKind kind) {
        return switch (kind) {
            case DATE_TIME -> Moments.instant(value);
            case DATE -> Moments.date(value);
            case NUMBER -> number(value);
            case TEXT -> value.toString();
        };
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return new BigDecimal(value.toString());
    }
}
