package bizops.target.table;

import bizops.target.validate.LenientText.Holds;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The type of a column. Immutable.
 *
 * @param sql as {@code format_type} of PostgreSQL writes it
 */
public record ColumnType(Kind kind, String sql) {
    public static final ColumnType TEXT = new ColumnType(Kind.TEXT, "text");
    public static final ColumnType SMALLINT = new ColumnType(Kind.SMALLINT, "smallint");
    public static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, "integer");
    public static final ColumnType BIGINT = new ColumnType(Kind.BIGINT, "bigint");
    public static final ColumnType NUMERIC = new ColumnType(Kind.NUMERIC, "numeric");
    public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, "boolean");
    public static final ColumnType DATE = new ColumnType(Kind.DATE, "date");
    public static final ColumnType TIME = new ColumnType(Kind.TIME, "time without time zone");
    public static final ColumnType TIMESTAMPTZ = new ColumnType(Kind.TIMESTAMPTZ, "timestamp with time zone");
    public static final ColumnType UUID = new ColumnType(Kind.UUID, "uuid");
    public static final ColumnType JSONB = new ColumnType(Kind.JSONB, "jsonb");

    public static final ColumnType BYTEA = new ColumnType(Kind.BYTEA, "bytea");

    private static final Pattern PRECISION = Pattern.compile("\\(\\d+(,-?\\d+)?\\)");

    /** What matters for conversion; the kinds from {@link #DOUBLE} on are found in tables and never created. */
    public enum Kind {
        SMALLINT,
        INTEGER,
        BIGINT,
        NUMERIC,
        BOOLEAN,
        DATE,
        TIME,
        TIMESTAMPTZ,
        UUID,
        TEXT,
        JSONB,
        BYTEA,
        DOUBLE,
        /** Text with a limit of length. */
        VARCHAR,
        TIMESTAMP,
        JSON,
        ARRAY,
        /** Whatever else; values are cast to it from their text. */
        OTHER
    }

    /** A decimal of at most {@code precision} digits, {@code scale} of them behind the point. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.NUMERIC, "numeric(" + precision + "," + scale + ")");
    }

    /** The type that the server names so. */
    public static ColumnType named(String sql) {
        if (sql.endsWith("[]")) {
            return new ColumnType(Kind.ARRAY, sql);
        }
        Kind kind = switch (PRECISION.matcher(sql).replaceFirst("")) {
            case "text", "character varying" -> Kind.TEXT;
            case "smallint" -> Kind.SMALLINT;
            case "integer" -> Kind.INTEGER;
            case "bigint" -> Kind.BIGINT;
            case "numeric" -> Kind.NUMERIC;
            case "boolean" -> Kind.BOOLEAN;
            case "date" -> Kind.DATE;
            case "time without time zone" -> Kind.TIME;
            case "timestamp with time zone" -> Kind.TIMESTAMPTZ;
            case "timestamp without time zone" -> Kind.TIMESTAMP;
            case "uuid" -> Kind.UUID;
            case "jsonb" -> Kind.JSONB;
            case "json" -> Kind.JSON;
            case "bytea" -> Kind.BYTEA;
            case "double precision", "real" -> Kind.DOUBLE;
            case "character" -> Kind.VARCHAR;
            default -> Kind.OTHER;
        };
        boolean limited = kind == Kind.TEXT && sql.indexOf('(') > 0;
        return new ColumnType(limited ? Kind.VARCHAR : kind, sql);
    }

    /** Whether every whole number is one of its values, up to its size. */
    public boolean isNumber() {
        return kind.compareTo(Kind.NUMERIC) <= 0;
    }

    /** Whether it is {@code numeric} without a limit of digits. */
    public boolean isUnlimitedNumeric() {
        return sql.equals("numeric");
    }

    /** Whether the target never makes it and does not know which values it takes. */
    boolean isForeign() {
        return kind == Kind.ARRAY || kind == Kind.OTHER;
    }

    /** What it holds, as far as it matters for a text that comes for it. */
    Holds holds() {
        if (isNumber()) {
            return Holds.NUMBERS;
        }
        return switch (kind) {
            case TEXT, JSONB, BYTEA -> Holds.TEXTS;
            case BOOLEAN -> Holds.BOOLEANS;
            default -> Holds.OTHERS;
        };
    }

    /** The type's name for the end of a column name, such as {@code timestamptz}. */
    public String shortName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
