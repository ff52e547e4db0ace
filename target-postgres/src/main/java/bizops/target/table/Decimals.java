package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;

/** The least decimal type that holds several. Not thread-safe. */
final class Decimals {
    /** The most digits that PostgreSQL takes in the name of a type. */
    private static final int GREATEST_PRECISION = 1000;

    private int whole;
    private int scale;
    private boolean unlimited;

    static boolean isType(int precision, int scale) {
        return precision >= 1 && precision <= GREATEST_PRECISION && scale >= 0 && scale <= precision;
    }

    /** Adds the type of a schema; without both numbers it has no limit. */
    void add(JsonNode schema) {
        int precision = schema.path("precision").asInt(0);
        int places = schema.path("scale").asInt(-1);
        if (isType(precision, places)) {
            whole = Math.max(whole, precision - places);
            scale = Math.max(scale, places);
        } else {
            unlimited = true;
        }
    }

    ColumnType type() {
        return unlimited || !isType(whole + scale, scale)
                ? ColumnType.NUMERIC
                : ColumnType.decimal(whole + scale, scale);
    }
}
