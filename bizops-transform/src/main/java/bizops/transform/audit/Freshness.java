package bizops.transform.audit;

import static org.jooq.impl.DSL.name;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.transform.config.FreshnessLimit;
import bizops.transform.staging.StagingTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Holds the last load of every raw table to the clock. Not the age of the rows counts but that of the load: a stream
 * without changes is not stale. The clock stays here, in no mart. Immutable.
 *
 * @param limits by stream
 */
public record Freshness(DSLContext statements, Map<String, FreshnessLimit> limits) {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
    private static final String TABLES = """
            select vendor, object, raw_schema, raw_table, received_at, modified_at, now() as checked_at
            from {0} order by table_name
            """;

    /** Refuses limits of streams that no build reads. */
    public static void refuseUnknown(Map<String, FreshnessLimit> limits) {
        Set<String> known = new TreeSet<>();
        StagingTable.all().forEach(table -> {
            known.add(table.object());
            known.add(table.vendor() + "." + table.object());
        });
        for (String stream : limits.keySet()) {
            if (!known.contains(stream)) {
                throw new ConfigException("settings.json: 'freshness' names \"" + stream + "\", which no build reads"
                        + Suggestion.hint(stream, known));
            }
        }
    }

    /** A finding for each raw table of which it is known when it was loaded. */
    public List<Finding> run(String stagingSchema) {
        LastLoad loads = LastLoad.of(statements);
        List<Finding> findings = new ArrayList<>();
        for (Record row :
                statements.resultQuery(TABLES, name(stagingSchema, "raw_count")).fetch()) {
            String vendor = row.get(0, String.class);
            String object = row.get(1, String.class);
            String schema = row.get(2, String.class);
            String table = row.get(3, String.class);
            Optional<OffsetDateTime> received = Optional.ofNullable(row.get(4, OffsetDateTime.class));
            Optional<OffsetDateTime> modified = Optional.ofNullable(row.get(5, OffsetDateTime.class));
            loads.of(vendor, object, schema, table, received)
                    .ifPresent(loaded -> findings.add(finding(
                            schema + "." + table,
                            hours(loaded, row.get(6, OffsetDateTime.class)),
                            modified,
                            limit(vendor, object))));
        }
        return findings;
    }

    private FreshnessLimit limit(String vendor, String object) {
        return limits.getOrDefault(vendor + "." + object, limits.getOrDefault(object, FreshnessLimit.DEFAULT));
    }

    private static Finding finding(
            String table, BigDecimal age, Optional<OffsetDateTime> modified, FreshnessLimit limit) {
        boolean isError =
                limit.errorHours().filter(most -> age.compareTo(most) > 0).isPresent();
        boolean isBroken = isError || age.compareTo(limit.warnHours()) > 0;
        return new Finding(
                "freshness",
                table,
                isError,
                isBroken ? 1 : 0,
                "its last load was " + age.toPlainString() + " hours ago"
                        + modified.map(time -> ", its newest row was changed " + time.toInstant())
                                .orElse("")
                        + ": stale",
                List.of(),
                "");
    }

    private static BigDecimal hours(OffsetDateTime from, OffsetDateTime to) {
        return BigDecimal.valueOf(Duration.between(from, to).toSeconds()).divide(SECONDS, 1, RoundingMode.HALF_UP);
    }
}
