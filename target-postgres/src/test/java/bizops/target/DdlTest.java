package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the target does to the database's objects is logged, bounded in its waiting, and undone with its batch. */
final class DdlTest {
    private final Loading loading = new Loading();

    @Test
    void eachStatementIsLoggedInOneLineAndHoldsNoValue() {
        loading.with("default_target_schema", "\"raw\"").with("default_target_schema_select_permissions", "\"public\"");
        try (LogLines log = new LogLines()) {
            load("\"V\\nx\":{\"type\":\"integer\"}", "{\"id\":1,\"V\\nx\":424242}");
            load("\"V\\nx\":{\"type\":\"number\"},\"w\":{\"type\":\"string\"}", "{\"id\":2,\"V\\nx\":424242.5}");

            assertThat(log.lines().stream().filter(line -> line.startsWith("INFO stream \"T\": ")))
                    .allMatch(line -> !line.contains("\n") && !line.contains("424242"))
                    .anySatisfy(line -> assertThat(line).endsWith("CREATE SCHEMA IF NOT EXISTS \"raw\""))
                    .anySatisfy(line -> assertThat(line).endsWith("GRANT USAGE ON SCHEMA \"raw\" TO PUBLIC"))
                    .anySatisfy(line -> assertThat(line).contains("CREATE TABLE \"raw\".\"t\" (\"id\" bigint"))
                    .anySatisfy(line -> assertThat(line).contains("COMMENT ON COLUMN \"raw\".\"t\".\"v x\" IS"))
                    .anySatisfy(line -> assertThat(line).endsWith("GRANT SELECT ON TABLE \"raw\".\"t\" TO PUBLIC"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("ALTER TABLE \"raw\".\"t\" ADD COLUMN \"w\" text, ALTER COLUMN \"v x\" TYPE"));
        }
    }

    @Test
    void whoChangedATableAndHowIsKept() {
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":2,\"v\":2}");
        load("\"v\":{\"type\":\"number\"}", "{\"id\":3,\"v\":2.5}");

        assertThat(loading.rows("SELECT d.stream, d.schema_name || '.' || d.table_name, d.user_name = session_user,"
                        + " c.number, d.statement FROM bizops.ddl_log AS d JOIN (SELECT run_id, rank() OVER"
                        + " (ORDER BY min(committed_at)) AS number FROM bizops.checkpoint GROUP BY 1) AS c USING (run_id)"
                        + " WHERE d.statement NOT LIKE 'COMMENT%' ORDER BY d.ddl_id"))
                .satisfiesExactly(
                        made -> assertThat(made.toString())
                                .startsWith("[T, public.t, t, 1, CREATE TABLE \"public\".\"t\" (\"id\" bigint"),
                        changed -> assertThat(changed.toString())
                                .startsWith(
                                        "[T, public.t, t, 3, ALTER TABLE \"public\".\"t\" ALTER COLUMN \"v\" TYPE"));
    }

    @Test
    void whatAnOverwriteStagesIsNotKept() {
        loading.with("load_method", "\"overwrite\"");
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");

        assertThat(loading.value("SELECT count(*) FROM bizops.ddl_log WHERE statement LIKE 'CREATE TABLE%'"))
                .isEqualTo("1");
    }

    @Test
    void aChangeIsUndoneWithTheBatchThatFails() {
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");
        loading.execute("ALTER TABLE t ADD CHECK (id < 5)");

        Loading.Outcome outcome = loading.load(
                schema("\"v\":{\"type\":\"number\"},\"w\":{\"type\":\"string\"}"), record("{\"id\":7,\"v\":1.5}"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(loading.rows("SELECT id, v, pg_typeof(v) FROM t").toString()).isEqualTo("[[1, 1, bigint]]");
        assertThat(loading.value("SELECT count(*) FROM bizops.ddl_log WHERE statement LIKE 'ALTER%'"))
                .isEqualTo("0");
    }

    @Test
    void aTableThatSomebodyReadsIsNotWaitedForWithoutEnd() throws SQLException {
        load("\"v\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1}");
        loading.with("retry_seconds", "1");
        try (Connection reader = loading.database().connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM t");

            Loading.Outcome outcome =
                    loading.load(schema("\"v\":{\"type\":\"number\"}"), record("{\"id\":2,\"v\":1.5}"));

            assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors()).contains("[55P03]");
            statement.execute("SELECT * FROM t");
        }
        load("\"v\":{\"type\":\"number\"}", "{\"id\":2,\"v\":1.5}");
        assertThat(loading.value("SELECT sum(v) FROM t")).isEqualTo("2.5");
    }

    @Test
    void loadsThatMissTheSameSchemaAtOnceMakeItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                loading.with("default_target_schema", "\"raw" + round + "\"");
                List<Callable<String>> loads = new ArrayList<>();
                for (String stream : new String[] {"a", "b", "c", "d"}) {
                    loads.add(() -> loading.load(schema("\"v\":{}").replace("\"T\"", '"' + stream + '"'))
                            .errors());
                }
                for (Future<String> errors : threads.invokeAll(loads)) {
                    assertThat(errors.get()).isEmpty();
                }
                assertThat(loading.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'raw" + round + "'"))
                        .isEqualTo("4");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void load(String properties, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = schema(properties);
        for (int i = 0; i < records.length; i++) {
            lines[i + 1] = record(records[i]);
        }
        loading.loads(lines);
    }

    private static String schema(String properties) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + "\"id\":{\"type\":\"integer\"}," + properties + "}}}";
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":" + json + "}";
    }
}
