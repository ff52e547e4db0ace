package bizops.target.table;

import bizops.target.table.ColumnType.Kind;
import java.util.Optional;

/** Which type holds the values that a column has and those that come for it. */
final class CommonType {
    /** The most digits of a whole number of each size. */
    private static final int DIGITS_OF_SMALLINT = 5;

    private static final int DIGITS_OF_INTEGER = 10;
    private static final int DIGITS_OF_BIGINT = 19;

    private CommonType() {}

    /**
     * The type a column of type {@code existing} must have so that values of {@code wanted} fit in as well; empty if the
     * column must be left as it is and does not take them.
     */
    static Optional<ColumnType> of(ColumnType existing, ColumnType wanted) {
        return switch (existing.kind()) {
            case JSONB, JSON -> Optional.of(existing);
            case BYTEA -> wanted.kind() == Kind.BYTEA ? Optional.of(existing) : Optional.empty();
            // Types that the target never makes stay as whoever made them wants them.
            case ARRAY -> wanted.kind() == Kind.JSONB ? Optional.of(existing) : Optional.empty();
            case OTHER ->
                wanted.kind() == Kind.JSONB || wanted.kind() == Kind.BYTEA ? Optional.empty() : Optional.of(existing);
            default -> wanted.kind() == Kind.BYTEA ? Optional.empty() : Optional.of(ofScalar(existing, wanted));
        };
    }

    /** Whether a column that cannot be changed still takes every value that fits, and refuses the others as they are. */
    static boolean refusesWhatDoesNotFit(ColumnType existing, ColumnType wanted) {
        return switch (existing.kind()) {
            case VARCHAR -> wanted.kind() == Kind.TEXT || wanted.kind() == Kind.UUID;
            case SMALLINT, INTEGER -> wanted.kind() == Kind.INTEGER || wanted.kind() == Kind.BIGINT;
            default -> false;
        };
    }

    private static ColumnType ofScalar(ColumnType existing, ColumnType wanted) {
        if (wanted.kind() == Kind.JSONB || existing.equals(wanted)) {
            return wanted;
        }
        if (isNumber(existing) && isNumber(wanted)) {
            return widerNumber(existing, wanted);
        }
        boolean keeps = switch (existing.kind()) {
            case TEXT -> true;
            case TIMESTAMPTZ -> wanted.kind() == Kind.DATE;
            case TIMESTAMP -> wanted.kind() == Kind.DATE || wanted.kind() == Kind.TIMESTAMPTZ;
            default -> false;
        };
        if (existing.kind() == wanted.kind() && !keeps) {
            return wanted;
        }
        if (keeps) {
            return existing;
        }
        return existing.kind() == Kind.DATE && wanted.kind() == Kind.TIMESTAMPTZ ? wanted : ColumnType.TEXT;
    }

    private static boolean isNumber(ColumnType type) {
        return type.isNumber() || type.kind() == Kind.DOUBLE;
    }

    private static ColumnType widerNumber(ColumnType existing, ColumnType wanted) {
        if (existing.kind() == Kind.DOUBLE || wanted.isUnlimitedNumeric() || existing.isUnlimitedNumeric()) {
            return ColumnType.NUMERIC;
        }
        if (existing.kind() != Kind.NUMERIC && wanted.kind() != Kind.NUMERIC) {
            return existing.kind().compareTo(wanted.kind()) >= 0 ? existing : wanted;
        }
        int whole = Math.max(whole(existing), whole(wanted));
        int scale = Math.max(scale(existing), scale(wanted));
        if (whole == whole(existing) && scale == scale(existing)) {
            return existing;
        }
        return Decimals.isType(whole + scale, scale) ? ColumnType.decimal(whole + scale, scale) : ColumnType.NUMERIC;
    }

    private static int whole(ColumnType type) {
        return switch (type.kind()) {
            case SMALLINT -> DIGITS_OF_SMALLINT;
            case INTEGER -> DIGITS_OF_INTEGER;
            case BIGINT -> DIGITS_OF_BIGINT;
            default -> argument(type, 0) - argument(type, 1);
        };
    }

    private static int scale(ColumnType type) {
        return type.kind() == Kind.NUMERIC ? argument(type, 1) : 0;
    }

    /** Of {@code numeric(precision,scale)} the one or the other. */
    private static int argument(ColumnType type, int place) {
        String sql = type.sql();
        return Integer.parseInt(
                sql.substring(sql.indexOf('(') + 1, sql.length() - 1).split(",", -1)[place]);
    }
}
