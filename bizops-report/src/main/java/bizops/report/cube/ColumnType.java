package bizops.report.cube;

import java.sql.Types;

/** What a column of a query's result holds. */
enum ColumnType {
    TEXT,
    /** An integer of any width. */
    WHOLE,
    /** A decimal number that keeps its digits. */
    DECIMAL,
    FLAG,
    DATE,
    /** An instant, which has a day in every zone. */
    MOMENT,
    LOCAL_TIME,
    LIST,
    /** Nothing that a page can show: floating point, JSON, intervals. */
    OTHER;

    /**
     * @param jdbc one of {@link Types}
     * @param name PostgreSQL's name of the type
     */
    static ColumnType of(int jdbc, String name) {
        return switch (jdbc) {
            case Types.VARCHAR, Types.CHAR -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> name.equals("oid") ? OTHER : WHOLE;
            case Types.NUMERIC -> DECIMAL;
            case Types.BIT, Types.BOOLEAN -> name.equals("bool") ? FLAG : OTHER;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> name.equals("timestamptz") ? MOMENT : LOCAL_TIME;
            case Types.ARRAY -> LIST;
            default -> name.equals("uuid") ? TEXT : OTHER;
        };
    }

    boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }
}
