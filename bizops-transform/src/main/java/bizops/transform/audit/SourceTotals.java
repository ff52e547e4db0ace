package bizops.transform.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Holds what was loaded to what the source says that it holds, where somebody has asked it. A difference warns while it
 * is below a thousandth, or rows have changed since the source was asked. Immutable.
 *
 * @param logSchema where {@code source_total} is
 */
public record SourceTotals(DSLContext statements, String logSchema) {
    static final String TABLE = "source_total";

    private static final BigDecimal SMALL = new BigDecimal("0.001");
    private static final String QUERY = """
            with told as (
                select distinct on (t.source, t.object) t.*
                from {0} t
                order by t.source, t.object, t.counted_at desc
            ),
            live as (
                select c.entity, sum(case when c.layer = 'raw' then c.rows else - c.rows end) as rows
                from {2} c
                where c.layer in ('raw', 'keyless', 'duplicate', 'deleted')
                    and exists (select 1 from {2} k where k.entity = c.entity and k.layer = 'keyless')
                group by c.entity
            ),
            summed as (
                select a.table_name, sum(a.amount) as amount from {3} a group by a.table_name
            )
            select r.raw_schema || '.' || r.raw_table, t.rows, l.rows, t.amount, s.amount,
                coalesce(t.modified_at, t.counted_at) as told_at, r.modified_at
            from told t
            join {1} r on r.vendor = t.source and r.object = t.object
            join live l on l.entity = r.table_name
            left join summed s on s.table_name = r.table_name
            order by 1
            """;

    /** A finding for each object of which a total is known. */
    public List<Finding> run(String stagingSchema, String coreSchema) {
        List<Finding> findings = new ArrayList<>();
        for (Record row : statements
                .resultQuery(
                        QUERY,
                        name(logSchema, TABLE),
                        name(stagingSchema, "raw_count"),
                        name(coreSchema, "entity_count"),
                        name(stagingSchema, "raw_amount"))
                .fetch()) {
            String table = row.get(0, String.class);
            boolean hasChanged = isLater(row.get(6, OffsetDateTime.class), row.get(5, OffsetDateTime.class));
            numbers(row, 1).ifPresent(two -> findings.add(two.finding("source_rows", table, hasChanged)));
            numbers(row, 3).ifPresent(two -> findings.add(two.finding("source_amount", table, hasChanged)));
        }
        return findings;
    }

    /** Notes a total, to which every later build is held until there is a newer one. */
    public void note(SourceTotal total) {
        statements
                .insertInto(table(name(logSchema, TABLE)))
                .set(field(name("source")), total.source())
                .set(field(name("object")), total.object())
                .set(field(name("rows")), total.rows())
                .set(field(name("amount"), BigDecimal.class), total.amount())
                .set(field(name("modified_at"), OffsetDateTime.class), total.modifiedAt())
                .execute();
    }

    private static Optional<Numbers> numbers(Record row, int at) {
        BigDecimal told = row.get(at, BigDecimal.class);
        BigDecimal loaded = row.get(at + 1, BigDecimal.class);
        return told == null || loaded == null ? Optional.empty() : Optional.of(new Numbers(told, loaded));
    }

    private static boolean isLater(OffsetDateTime loaded, OffsetDateTime told) {
        return loaded != null && told != null && loaded.isAfter(told);
    }

    private record Numbers(BigDecimal told, BigDecimal loaded) {
        Finding finding(String test, String table, boolean hasChanged) {
            BigDecimal off = told.subtract(loaded).abs();
            boolean isSmall = off.compareTo(told.abs().multiply(SMALL)) <= 0;
            return new Finding(
                    test,
                    table,
                    off.signum() != 0 && !isSmall && !hasChanged,
                    off.signum() == 0 ? 0 : 1,
                    "the source says " + told.toPlainString() + ", loaded are " + loaded.toPlainString()
                            + (hasChanged ? " (rows have changed since)" : ""),
                    List.of(),
                    "");
        }
    }
}
