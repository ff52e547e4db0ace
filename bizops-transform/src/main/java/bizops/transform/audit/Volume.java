package bizops.transform.audit;

import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Holds the rows of every raw table to those of the last published build: a load that went wrong is seen before its
 * numbers are. Immutable.
 *
 * @param logSchema where the log of builds is
 * @param allowShrunk only warn, however many rows are gone
 */
public record Volume(DSLContext statements, String logSchema, boolean allowShrunk) {
    private static final BigDecimal WARN = new BigDecimal("0.8");
    private static final BigDecimal ERROR = new BigDecimal("0.1");
    private static final String QUERY = """
            select c.entity, c.rows as before, coalesce(r.rows, 0) as now, r.table_name is null as is_absent
            from {0} c
            left join {1} r on r.table_name = c.entity
            where c.layer = 'raw'
                and c.build_id = (select max(b.build_id) from {2} b where b.status = 'published')
            order by c.entity
            """;

    /** A finding for each raw table that the last build read. */
    public List<Finding> run(String stagingSchema) {
        List<Finding> findings = new ArrayList<>();
        statements
                .resultQuery(
                        QUERY,
                        name(logSchema, "audit_count"),
                        name(stagingSchema, "raw_count"),
                        name(logSchema, "build"))
                .forEach(row -> findings.add(finding(
                        row.get(0, String.class),
                        row.get(1, BigDecimal.class),
                        row.get(2, BigDecimal.class),
                        row.get(3, Boolean.class))));
        return findings;
    }

    /** @param isAbsent whether the raw table itself is gone: no load does that, so that it is meant */
    private Finding finding(String table, BigDecimal before, BigDecimal now, boolean isAbsent) {
        boolean isBroken = now.compareTo(before.multiply(WARN)) < 0;
        boolean isError = now.compareTo(before.multiply(ERROR)) <= 0 && !allowShrunk && !isAbsent;
        return new Finding(
                "volume",
                "staging." + table,
                isBroken && isError,
                isBroken ? before.subtract(now).longValueExact() : 0,
                "its raw table has " + now.toPlainString() + " rows, and had " + before.toPlainString()
                        + " at the last build" + (isError ? "; --allow-shrunk publishes all the same" : "") + ": gone",
                List.of(),
                "");
    }
}
