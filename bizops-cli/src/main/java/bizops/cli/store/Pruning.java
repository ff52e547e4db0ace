package bizops.cli.store;

import bizops.singer.warehouse.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forgets what has grown old of runs, commits and builds: all that grows with each of them and that nothing needs any
 * more. Rows that were loaded, states, and versions of records stay. Stateless.
 */
public final class Pruning {
    /** Schemas with the log of builds of an environment, which {@code bizops-transform} marks as its own. */
    private static final String LOGS = """
            SELECT quote_ident(n.nspname) AS log,
                has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
                    AND has_table_privilege(c.oid, 'DELETE') AS may_delete
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relname = 'build_checkpoint'
                AND obj_description(c.oid, 'pg_class') LIKE 'Kept by bizops-transform%' ORDER BY 1""";

    private static final String PAIRS = "DELETE FROM bizops.run WHERE started_at < ?";
    private static final String PIPELINES = "DELETE FROM bizops.pipeline_run WHERE started_at < ?";

    private static final String AUDITS = "DELETE FROM bizops.audit WHERE asked_at < ?";

    /** Not the newest of a table: without any the next build would take the table for another loader's. */
    private static final String CHECKPOINTS = """
            DELETE FROM bizops.checkpoint AS c WHERE c.committed_at < ? AND EXISTS (
                SELECT FROM bizops.checkpoint AS n WHERE n.schema_name = c.schema_name AND n.table_name = c.table_name
                    AND n.checkpoint_id > c.checkpoint_id)""";
    /** Nor one that an environment has yet to read. */
    private static final String READ = """
             AND EXISTS (SELECT FROM @LOG.build_checkpoint AS t JOIN @LOG.build AS b USING (build_id)
                WHERE t.checkpoint_id = c.checkpoint_id AND b.status = 'published')""";

    private static final String READINGS = """
            DELETE FROM @LOG.build_checkpoint AS t
            WHERE NOT EXISTS (SELECT FROM bizops.checkpoint AS c WHERE c.checkpoint_id = t.checkpoint_id)""";

    private static final String OLD_BUILDS = """
            (SELECT build_id FROM @LOG.build WHERE started_at < ? AND build_id <> (
                SELECT coalesce(max(build_id), 0) FROM @LOG.build WHERE status = 'published'))""";

    /** What a build says in detail. */
    private static final List<String> DETAILS =
            List.of("build_model", "build_test", "audit_reject", "audit_count", "audit_drop");

    /** A build stays as long as it says which commits were read. */
    private static final String BUILDS = "DELETE FROM @LOG.build AS b WHERE b.build_id IN " + OLD_BUILDS
            + " AND NOT EXISTS (SELECT FROM @LOG.build_checkpoint AS t WHERE t.build_id = b.build_id)";

    private static final String TOTALS = """
            DELETE FROM @LOG.source_total AS t WHERE t.counted_at < ? AND EXISTS (
                SELECT FROM @LOG.source_total AS n WHERE n.source = t.source AND n.object = t.object
                    AND n.counted_at > t.counted_at)""";

    private static final String REJECTED = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relname = '_sdc_rejected' AND c.relkind IN ('r', 'p') ORDER BY 1""";

    private Pruning() {}

    /**
     * What was deleted. Immutable.
     *
     * @param counts how many rows of what, in words
     * @param left schemas with a log of builds that this role may not shorten; no checkpoint is deleted while there are any
     */
    public record Result(Map<String, Long> counts, List<String> left) {}

    /**
     * Deletes what began, or was committed, before an instant, all in one transaction.
     *
     * @param withRejected also records that were put aside and not loaded since
     * @param dry whether nothing is deleted after all
     */
    public static Result run(Store store, Instant before, boolean withRejected, boolean dry) {
        return store.ask(open -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            List<String> left = new ArrayList<>();
            int version = Migrations.knownVersion(open);
            open.setAutoCommit(false);
            try {
                if (Store.hasPipelines(open)) {
                    counts.put("runs", delete(open, PAIRS, before) + delete(open, PIPELINES, before));
                }
                if (AuditTable.hasAudits(open)) {
                    counts.put("lines of audits", delete(open, AUDITS, before));
                }
                if (version > 0) {
                    builds(open, before, counts, left);
                }
                if (withRejected) {
                    counts.put("rejected records", rejected(open, before));
                }
                if (dry) {
                    open.rollback();
                } else {
                    open.commit();
                }
                return new Result(counts, List.copyOf(left));
            } catch (SQLException failed) {
                open.rollback();
                throw failed;
            } finally {
                open.setAutoCommit(true);
            }
        });
    }

    private static void builds(Connection open, Instant before, Map<String, Long> counts, List<String> left)
            throws SQLException {
        List<String> logs = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(LOGS)) {
            while (row.next()) {
                (row.getBoolean("may_delete") ? logs : left).add(row.getString("log"));
            }
        }
        StringBuilder checkpoints = new StringBuilder(CHECKPOINTS);
        logs.forEach(log -> checkpoints.append(of(log, READ)));
        counts.put("checkpoints", left.isEmpty() ? delete(open, checkpoints.toString(), before) : 0);
        long builds = 0;
        long details = 0;
        for (String log : logs) {
            details += delete(open, of(log, READINGS));
            for (String table : DETAILS) {
                details +=
                        delete(open, of(log, "DELETE FROM @LOG." + table + " WHERE build_id IN " + OLD_BUILDS), before);
            }
            details += delete(open, of(log, TOTALS), before);
            builds += delete(open, of(log, BUILDS), before);
        }
        counts.put("builds", builds);
        counts.put("rows of their logs", details);
    }

    private static long rejected(Connection open, Instant before) throws SQLException {
        long deleted = 0;
        for (String table : texts(open, REJECTED)) {
            deleted += delete(open, "DELETE FROM " + table + " WHERE rejected_at < ?", before);
        }
        return deleted;
    }

    private static String of(String log, String sql) {
        return sql.replace("@LOG", log);
    }

    private static List<String> texts(Connection open, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static long delete(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static long delete(Connection open, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
