package bizops.transform.staging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The query that fills a staging table: typed, one row a key, deleted rows marked. Immutable. */
record StagingQuery(DSLContext statements, Conversion conversion, StagingSource source) {
    /** What numbers a row in the order of loading. */
    static final String SEQUENCE = "_sdc_sequence";

    Select<Record> select() {
        if (source.raw().isEmpty()) {
            return statements.select(columns()).where(DSL.falseCondition());
        }
        List<Field<?>> key = keyFields();
        Condition hasKey = DSL.and(key.stream().map(Field::isNotNull).toList());
        if (key.isEmpty() || source.isUnique()) {
            return statements.select(columns()).from(from()).where(hasKey);
        }
        return statements
                .select(columns())
                .distinctOn(key)
                .from(from())
                .where(hasKey)
                .orderBy(newestFirst(key));
    }

    /** The rows of a raw table in which each key stands once, of those whose number lies in a range. */
    Select<Record> numbered(SequenceRange range) {
        return statements
                .select(columns())
                .from(from())
                .where(DSL.and(keyFields().stream().map(Field::isNotNull).toList()))
                .and(field(name("r", SEQUENCE), Long.class).between(range.least(), range.greatest()));
    }

    /** The raw table under the alias that conversions use. */
    Table<?> from() {
        RawTable raw = source.raw().orElseThrow();
        return table(name(raw.schema(), raw.name())).as("r");
    }

    /** Whether a raw row lacks a part of its key, so that it becomes no row. */
    Condition isKeyless() {
        return DSL.or(keyFields().stream().map(Field::isNull).toList());
    }

    /** The first key column of a raw row as text, to show; without a key the first column. */
    Field<String> keyText() {
        List<Field<?>> key = keyFields();
        return (key.isEmpty() ? converted(source.columns().get(0)) : key.get(0)).cast(String.class);
    }

    private List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>();
        source.columns().forEach(column -> columns.add(converted(column).as(name(column.name()))));
        columns.add(isDeleted().as(name("is_deleted")));
        return columns;
    }

    private Field<?> converted(StagingColumn column) {
        List<Field<?>> read = new ArrayList<>();
        column.sources().forEach(raw -> read.add(conversion.convert(raw, column.type())));
        if (read.isEmpty()) {
            return Conversion.missing(column.type());
        }
        return read.size() == 1
                ? read.get(0)
                : field("coalesce({0})", read.get(0).getDataType(), DSL.list(read));
    }

    private Field<Boolean> isDeleted() {
        Condition flagged = source.isDeleted()
                .map(column -> coalesce(
                                conversion.convert(column, ColumnType.BOOLEAN).coerce(Boolean.class), inline(false))
                        .isTrue())
                .orElse(DSL.falseCondition());
        return field(source.deletedAt()
                .map(column -> flagged.or(conversion.isGiven(column)))
                .orElse(flagged));
    }

    private List<Field<?>> keyFields() {
        List<Field<?>> fields = new ArrayList<>();
        for (String key : source.table().key()) {
            source.columns().stream()
                    .filter(column -> column.name().equals(key))
                    .forEach(column -> fields.add(converted(column)));
        }
        return fields;
    }

    /** Key, then the newest version first; the row's own text decides between versions that nothing else tells apart. */
    private List<SortField<?>> newestFirst(List<Field<?>> key) {
        List<SortField<?>> order = new ArrayList<>();
        key.forEach(field -> order.add(field.asc()));
        for (StagingSource.Order version : source.order()) {
            order.add(
                    conversion.convert(version.column(), version.type()).desc().nullsLast());
        }
        order.add(
                field("{0}::text collate \"C\"", String.class, field(name("r"))).desc());
        return order;
    }

    /** The raw columns whose values may fail to be read, each with the staging column it fills. */
    List<Reading> readable() {
        List<Reading> readable = new ArrayList<>();
        for (StagingColumn column : source.columns()) {
            for (RawColumn raw : column.sources()) {
                if (Conversion.mayFail(raw, column.type())) {
                    readable.add(new Reading(raw, column.type()));
                }
            }
        }
        return readable;
    }

    record Reading(RawColumn column, ColumnType type) {}
}
