package bizops.transform.staging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import bizops.transform.raw.RawColumn;
import bizops.transform.raw.RawTable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Counts a raw table, in one scan, and sums its amounts. Immutable. */
record RawCounts(DSLContext statements, StagingQuery query) {
    private static final String RECEIVED = "_sdc_received_at";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    /** Empty where there is no such raw table. */
    Optional<RawCount> count() {
        return query.source().raw().map(this::count);
    }

    private RawCount count(RawTable raw) {
        StagingSource source = query.source();
        Field<Integer> keyless =
                source.isUnique() ? DSL.castNull(Integer.class) : DSL.count(DSL.when(query.isKeyless(), inline(1)));
        Record4<Integer, Integer, OffsetDateTime, OffsetDateTime> found = statements
                .select(DSL.count(), keyless, greatest(raw, List.of(RECEIVED)), greatest(raw, SourceBinder.MODIFIED))
                .from(query.from())
                .fetchSingle();
        return new RawCount(
                source.table().name(),
                source.table().vendor(),
                source.table().object(),
                raw,
                found.value1(),
                Optional.ofNullable(found.value2()).map(Long::valueOf),
                Optional.ofNullable(found.value3()),
                Optional.ofNullable(found.value4()),
                amounts());
    }

    /** The greatest instant in the first of these columns that exists. */
    private Field<OffsetDateTime> greatest(RawTable raw, List<String> names) {
        for (String wanted : names) {
            for (RawColumn column : raw.columns()) {
                if (column.name().equalsIgnoreCase(wanted)) {
                    return query.conversion().greatestInstant(column);
                }
            }
        }
        return DSL.castNull(OffsetDateTime.class);
    }

    private Map<String, BigDecimal> amounts() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        if (hasColumn(AMOUNT) && hasColumn(CURRENCY)) {
            Table<?> rows = query.select().asTable("q");
            Field<String> currency = coalesce(field(name("q", CURRENCY), String.class), inline(""));
            statements
                    .select(currency, sum(DSL.round(field(name("q", AMOUNT), BigDecimal.class), 6)))
                    .from(rows)
                    .where(DSL.not(DSL.condition(field(name("q", "is_deleted"), Boolean.class))))
                    .groupBy(currency)
                    .forEach(row -> amounts.put(row.value1(), row.value2() == null ? BigDecimal.ZERO : row.value2()));
        }
        return Map.copyOf(amounts);
    }

    private boolean hasColumn(String column) {
        return query.source().columns().stream().anyMatch(one -> one.name().equals(column));
    }
}
