package bizops.target.table;

import bizops.target.table.ColumnType.Kind;

/** Which type holds the values of two, and the SQL that turns a value of one into the other. */
final class Conversion {
    private static final String ISO = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private Conversion() {}

    /** The type a column of type {@code existing} must have so that values of {@code wanted} fit in as well. */
    static ColumnType common(ColumnType existing, ColumnType wanted) {
        if (existing.equals(wanted) || existing.kind() == Kind.JSONB) {
            return existing;
        }
        if (wanted.kind() == Kind.JSONB) {
            return ColumnType.JSONB;
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
        if (keeps) {
            return existing;
        }
        return existing.kind() == Kind.DATE && wanted.kind() == Kind.TIMESTAMPTZ ? wanted : ColumnType.TEXT;
    }

    private static boolean isNumber(ColumnType type) {
        return type.isNumber() || type.kind() == Kind.DOUBLE;
    }

    private static ColumnType widerNumber(ColumnType existing, ColumnType wanted) {
        if (existing.kind() == Kind.DOUBLE || wanted.kind() == Kind.NUMERIC || existing.kind() == Kind.NUMERIC) {
            return ColumnType.NUMERIC;
        }
        return existing.kind().compareTo(wanted.kind()) >= 0 ? existing : wanted;
    }

    /** SQL for {@code expression} of type {@code from} as a value of type {@code to}. */
    static String sql(String expression, ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return expression;
        }
        if (to.kind() == Kind.JSONB) {
            return from.kind() == Kind.TIMESTAMPTZ
                    ? "to_jsonb(" + text(expression, from) + ")"
                    : "to_jsonb(" + expression + ")";
        }
        if (to.kind() == Kind.TEXT) {
            return text(expression, from);
        }
        if (to.kind() == Kind.TIMESTAMPTZ && from.kind() == Kind.DATE) {
            return "(" + expression + "::timestamp AT TIME ZONE 'UTC')";
        }
        if (to.kind() == Kind.TIMESTAMP && from.kind() == Kind.TIMESTAMPTZ) {
            return "(" + expression + " AT TIME ZONE 'UTC')";
        }
        return expression + "::" + to.sql();
    }

    private static String text(String expression, ColumnType from) {
        return switch (from.kind()) {
            case TIMESTAMPTZ -> "to_char(" + expression + " AT TIME ZONE 'UTC', " + ISO + ")";
            case JSONB -> "(" + expression + " #>> '{}')";
            default -> expression + "::text";
        };
    }
}
