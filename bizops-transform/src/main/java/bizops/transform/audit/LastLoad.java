package bizops.transform.audit;

import static org.jooq.impl.DSL.inline;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * When a raw table was last loaded, from whatever says so: the runs of {@code bizops run}, the checkpoints of
 * target-postgres, the rows themselves. Immutable.
 *
 * @param hasRuns whether there is a history of runs that this role may read
 * @param hasCheckpoints the same of checkpoints
 */
record LastLoad(DSLContext statements, boolean hasRuns, boolean hasCheckpoints) {
    private static final String READABLE =
            "select to_regclass({0}) is not null and has_table_privilege(to_regclass({0}), 'select')";
    private static final String RUN = """
            select max(r.ended_at) from bizops.run_stream s join bizops.run r on r.run_id = s.run_id
            where s.stream = ? and r.exit_code = 0 and strpos(lower(r.tap), ?) > 0
            """;
    private static final String CHECKPOINT = """
            select committed_at from bizops.checkpoint where schema_name = ? and table_name = ?
            order by checkpoint_id desc limit 1
            """;

    static LastLoad of(DSLContext statements) {
        return new LastLoad(
                statements,
                isReadable(statements, "bizops.run") && isReadable(statements, "bizops.run_stream"),
                isReadable(statements, "bizops.checkpoint"));
    }

    /**
     * The newest of all; empty where nothing says.
     *
     * @param received when the newest row was loaded
     */
    Optional<OffsetDateTime> of(
            String vendor, String object, String schema, String table, Optional<OffsetDateTime> received) {
        Optional<OffsetDateTime> run = hasRuns ? time(RUN, object, vendor.toLowerCase(Locale.ROOT)) : Optional.empty();
        Optional<OffsetDateTime> checkpoint = hasCheckpoints ? time(CHECKPOINT, schema, table) : Optional.empty();
        return Stream.of(run, checkpoint, received)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(OffsetDateTime::toInstant));
    }

    private Optional<OffsetDateTime> time(String query, String first, String second) {
        return statements
                .resultQuery(query, first, second)
                .fetchOptional()
                .flatMap(row -> Optional.ofNullable(row.get(0, OffsetDateTime.class)));
    }

    private static boolean isReadable(DSLContext statements, String relation) {
        return Boolean.TRUE.equals(
                statements.resultQuery(READABLE, inline(relation)).fetchSingle().get(0, Boolean.class));
    }
}
