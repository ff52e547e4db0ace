package bizops.dist.upgrade;

import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A year of hourly runs and daily builds in the tables of BizOps, as copies of what real ones have written there, and in
 * the folder of logs. Owned by one thread.
 */
final class Year {
    private static final int HOURS_A_DAY = 24;
    private static final String LOG = "2026-01-01T00:00:00Z INFO nothing new\n";

    private static final List<String> STEPS = List.of("crm", "transform");

    /** What lies in the past moves a year back. */
    private static final List<String> EARLIER = List.of(
            "UPDATE bizops.pipeline_run SET started_at = started_at - interval '@D days',"
                    + " ended_at = ended_at - interval '@D days'",
            "UPDATE bizops.run SET started_at = started_at - interval '@D days',"
                    + " ended_at = ended_at - interval '@D days'",
            "UPDATE bizops.checkpoint SET committed_at = committed_at - interval '@D days' WHERE checkpoint_id < 0",
            "UPDATE bizops.build SET started_at = started_at - interval '@D days' WHERE build_id < 0",
            "UPDATE bizops.source_total SET counted_at = counted_at - interval '@D days'",
            "UPDATE bizops.audit SET asked_at = asked_at - interval '@D days'");

    /** Numbers are below those of real rows, and rise with time; @Y is the number of the year. */
    private static final List<String> HOURS = List.of(
            "INSERT INTO bizops.pipeline_run (pipeline_run_id, pipeline, environment, started_at, ended_at, exit_code)"
                    + " SELECT 'p@Y-' || h, 'nightly', 'prod', now() - h * interval '1 hour',"
                    + " now() - h * interval '1 hour' + interval '1 minute', 0 FROM generate_series(1, @H) AS h",
            "INSERT INTO bizops.run (run_id, state_id, tap, target, started_at, ended_at, exit_code)"
                    + " SELECT 'r@Y-' || h, 'crm', 'tap', 'target-postgres', now() - h * interval '1 hour',"
                    + " now() - h * interval '1 hour' + interval '1 minute', 0 FROM generate_series(1, @H) AS h",
            "INSERT INTO bizops.run_stream SELECT 'r@Y-' || h, stream, 1, 1, 1 FROM generate_series(1, @H) AS h,"
                    + " unnest(ARRAY['Lead', 'Account', 'Contact', 'Campaign', 'User']) AS stream",
            "INSERT INTO bizops.pipeline_step (pipeline_run_id, step, attempt, run_id, seconds, exit_code)"
                    + " SELECT 'p@Y-' || h, step, 1, CASE step WHEN 'crm' THEN 'r@Y-' || h END, 1, 0"
                    + " FROM generate_series(1, @H) AS h, unnest(ARRAY['crm', 'transform', 'report']) AS step",
            "INSERT INTO bizops.checkpoint (checkpoint_id, schema_name, table_name, least_sequence, greatest_sequence,"
                    + " run_id, committed_at) OVERRIDING SYSTEM VALUE SELECT (@Y - 2) * 1000000 - h * 100 + t.n,"
                    + " t.schema_name, t.table_name, 1, 1, 'r@Y-' || h, now() - h * interval '1 hour'"
                    + " FROM generate_series(1, @H) AS h, (SELECT schema_name, table_name, row_number() OVER () AS n"
                    + " FROM bizops.checkpoint GROUP BY 1, 2) AS t",
            "INSERT INTO bizops.build_checkpoint (build_id, checkpoint_id) SELECT (@Y - 2) * 1000 - (h + 23) / 24,"
                    + " (@Y - 2) * 1000000 - h * 100 + t.n FROM generate_series(1, @H) AS h,"
                    + " (SELECT row_number() OVER () AS n FROM bizops.checkpoint GROUP BY schema_name, table_name) AS t");

    private static final List<String> DAYS = List.of(
            "INSERT INTO bizops.build (build_id, started_at, finished_at, mode, status) SELECT (@Y - 2) * 1000 - d,"
                    + " now() - d * interval '1 day', now() - d * interval '1 day', 'incremental', 'published'"
                    + " FROM generate_series(1, @D) AS d",
            "INSERT INTO bizops.source_total (source, object, rows, counted_at) SELECT 'elsewhere', 'Thing', 1,"
                    + " now() - d * interval '1 day' FROM generate_series(0, @D) AS d",
            "INSERT INTO bizops.audit (audit_id, environment, tap, stream, asked_at, method, verdict) SELECT 'a@Y-' || d,"
                    + " 'prod', 'crm', 'Lead', now() - d * interval '1 day', 'count', 'OK' FROM generate_series(1, @D) AS d");
    private static final String DETAILS =
            "INSERT INTO bizops.%1$s (build_id, %2$s) SELECT (@Y - 2) * 1000 - d, %2$s FROM bizops.%1$s,"
                    + " generate_series(1, @D) AS d WHERE build_id = (SELECT max(build_id) FROM bizops.build)";
    private static final String COLUMNS =
            "SELECT table_name, string_agg(quote_ident(column_name), ', ') FROM information_schema.columns"
                    + " WHERE table_schema = 'bizops' AND table_name IN ('build_model', 'build_test', 'audit_reject',"
                    + " 'audit_count', 'audit_drop') AND column_name <> 'build_id' GROUP BY 1";

    private final TestDatabase database;
    private final Path logs;
    private final int days;

    /** @param days how many a year has */
    Year(TestDatabase database, Path logs, int days) {
        this.database = database;
        this.logs = logs;
        this.days = days;
    }

    /** Lets a year pass, the first or the second. */
    void pass(int year) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : EARLIER) {
                statement.execute(filled(sql, year));
            }
            for (List<String> all : List.of(DAYS, HOURS)) {
                for (String sql : all) {
                    statement.execute(filled(sql, year));
                }
            }
            for (Map.Entry<String, String> table : texts(statement, COLUMNS).entrySet()) {
                statement.execute(filled(DETAILS.formatted(table.getKey(), table.getValue()), year));
            }
            statement.execute("ANALYZE");
        }
        passInLogs(year);
    }

    private String filled(String sql, int year) {
        return sql.replace("@Y", Integer.toString(year))
                .replace("@D", Integer.toString(days))
                .replace("@H", Integer.toString(days * HOURS_A_DAY));
    }

    private void passInLogs(int year) throws IOException {
        Files.createDirectories(logs);
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(logs)) {
            for (Path run : runs) {
                Instant then = Files.getLastModifiedTime(run).toInstant();
                Files.setLastModifiedTime(run, FileTime.from(then.minus(Duration.ofDays(days))));
            }
        }
        Instant now = Instant.now();
        for (int hour = 1; hour <= days * HOURS_A_DAY; hour++) {
            Path run = Files.createDirectory(logs.resolve("p" + year + "-" + hour));
            for (String step : STEPS) {
                Files.writeString(run.resolve(step + ".log"), LOG);
            }
            Files.setLastModifiedTime(run, FileTime.from(now.minus(Duration.ofHours(hour))));
        }
    }

    /** The rows of every table of BizOps' own, and {@code logs}: how many runs have some. */
    Map<String, Long> rows() throws SQLException, IOException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, "SELECT tablename, '' FROM pg_tables WHERE schemaname = 'bizops'")
                    .keySet()) {
                rows.put(
                        table,
                        Long.valueOf(texts(statement, "SELECT 'n', count(*)::text FROM bizops." + table)
                                .getOrDefault("n", "0")));
            }
        }
        try (Stream<Path> runs = Files.list(logs)) {
            rows.put("logs", runs.count());
        }
        return rows;
    }

    private static Map<String, String> texts(Statement statement, String query) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.put(row.getString(1), row.getString(2));
            }
        }
        return texts;
    }
}
