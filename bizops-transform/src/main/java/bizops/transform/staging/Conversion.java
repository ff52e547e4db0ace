package bizops.transform.staging;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import bizops.transform.raw.RawColumn;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Raw columns as typed expressions. Text is collated by code point ({@code "C"}), so that every order further on is the
 * same on all machines. Immutable.
 *
 * @param functionSchema where {@code to_text} and the others are
 */
record Conversion(String functionSchema, ZoneId zone) {
    private static final Set<String> JSON = Set.of("json", "jsonb");

    /** The column read as {@code type}; what cannot be read is null. */
    Field<?> convert(RawColumn column, ColumnType type) {
        if (type.isSameAs(column.type())) {
            return field(raw(column), type.dataType());
        }
        if (isNumeric(column, type)) {
            return field("case when abs({0}) < 1e18 then {0} end", type.dataType(), field(raw(column)));
        }
        Field<?> read = read(column, type);
        return type.isText() ? collated(read.coerce(String.class)) : read;
    }

    /** Null of {@code type}. */
    static Field<?> missing(ColumnType type) {
        Field<?> nothing = DSL.castNull(type.dataType());
        return type.isText() ? collated(nothing.coerce(String.class)) : nothing;
    }

    /** Whether a value of the column may fail to be read. */
    static boolean mayFail(RawColumn column, ColumnType type) {
        return !type.isText() && !type.isSameAs(column.type()) && !isNumeric(column, type);
    }

    /** Numeric needs no reading either, but may hold NaN or infinity. */
    private static boolean isNumeric(RawColumn column, ColumnType type) {
        return type == ColumnType.NUMBER && column.type().equals("numeric");
    }

    /** The greatest instant of the column; texts are compared as texts, which is right where all have one form. */
    Field<OffsetDateTime> greatestInstant(RawColumn column) {
        if (column.type().equals("timestamptz")) {
            return DSL.max(field(raw(column), OffsetDateTime.class));
        }
        return function(
                name(functionSchema, ColumnType.TIMESTAMP.function()),
                OffsetDateTime.class,
                DSL.max(collated(text(column))));
    }

    /** Whether the row's value is given but cannot be read. */
    Condition isRejected(RawColumn column, ColumnType type) {
        return isGiven(column).and(read(column, type).isNull());
    }

    /** Whether the row has a value that is not blank. */
    Condition isGiven(RawColumn column) {
        return function(name(functionSchema, "to_text"), String.class, text(column))
                .isNotNull();
    }

    /** The raw value as text. */
    static Field<String> text(RawColumn column) {
        if (JSON.contains(column.type())) {
            return field("{0} #>> '{}'", String.class, field(raw(column)));
        }
        return field(raw(column)).cast(SQLDataType.CLOB);
    }

    private Field<?> read(RawColumn column, ColumnType type) {
        if (type == ColumnType.DATE) {
            return function(name(functionSchema, type.function()), type.dataType(), text(column), inline(zone.getId()));
        }
        return function(name(functionSchema, type.function()), type.dataType(), text(column));
    }

    private static Field<String> collated(Field<String> text) {
        return text.collate(collation("C"));
    }

    private static org.jooq.Name raw(RawColumn column) {
        return name("r", column.name());
    }
}
