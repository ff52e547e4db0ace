package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With state_id the state is stored with its rows, and what comes again is removed before. */
final class KeptStateTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}";

    private final Loading loading = new Loading().with("state_id", "\"p\"");

    @Test
    void theStateIsStoredByteForByteWithItsRun() {
        String value = "{ \"b\" : 1.50,\"a\":12345678901234567890, \"é\":\"\\u0000\\ud800\\/\"}";

        loading.load(SCHEMA, row(1), state(value));

        assertThat(stored()).isEqualTo(value);
        assertThat(loading.rows("SELECT s.revision, s.written_by, s.run_id = c.run_id FROM bizops.state AS s,"
                                + " bizops.checkpoint AS c")
                        .toString())
                .isEqualTo("[[1, target-postgres, t]]");
    }

    @Test
    void aStateWithoutRowsIsStoredToo() {
        loading.load(state("1"));
        loading.load(SCHEMA, state("2"));

        assertThat(stored()).isEqualTo("2");
        assertThat(loading.rows("SELECT revision, value FROM bizops.state_history ORDER BY revision")
                        .toString())
                .isEqualTo("[[1, 1], [2, 2]]");
    }

    @Test
    void theHistoryKeepsTheLastStateOfTheNewestHundredRuns() {
        loading.load(state("0"));
        loading.execute("INSERT INTO bizops.state_history SELECT 'p', 1000 + n, n, 'run ' || n, 'test', now()"
                + " FROM generate_series(1, 120) AS n; INSERT INTO bizops.state_history"
                + " VALUES ('other', 1, '7', 'run', 'test', now()); UPDATE bizops.state SET revision = 1120");
        loading.load(state("121"), SCHEMA, state("122"));

        assertThat(loading.rows("SELECT count(*), min(value::int), max(value::int) FROM bizops.state_history"
                                + " WHERE state_id = 'p'")
                        .toString())
                .isEqualTo("[[100, 22, 122]]");
        assertThat(loading.value("SELECT value FROM bizops.state_history WHERE state_id = 'other'"))
                .isEqualTo("7");
    }

    @Test
    void rowsAfterTheLastStateAreNotedAndALaterStateClearsTheNote() {
        loading.with("batch_size_rows", "2");
        loading.load(SCHEMA, row(1), state("1"), row(2), row(3), row(4), row(5));

        assertThat(loading.value("SELECT string_agg(n::text, ',' ORDER BY n) FROM s JOIN bizops.uncovered_range AS u"
                        + " ON s._sdc_sequence BETWEEN u.least_sequence AND u.greatest_sequence"))
                .isEqualTo("2,3,4,5");
        assertThat(loading.value("SELECT count(DISTINCT run_id) FROM bizops.uncovered_range"))
                .isEqualTo("1");

        loading.load(SCHEMA, row(6), state("6"));

        assertThat(ranges()).isEqualTo("0");
        assertThat(numbers()).isEqualTo("1,2,3,4,5,6");
    }

    @Test
    void aRunThatBeginsWithTheStoredStateRemovesWhatComesAgain() {
        loading.load(SCHEMA, row(1), state("{\"at\": 1}"), row(2), row(3));

        Loading.Outcome outcome =
                loading.load(SCHEMA, state("{\"at\":1.0}"), row(2), row(3), state("{\"at\":3}"), row(4));

        assertThat(outcome.errors()).isEmpty();
        assertThat(numbers()).isEqualTo("1,2,3,4");
        assertThat(loading.value("SELECT count(*) FROM bizops.checkpoint WHERE is_rewrite AND table_name = 's'"))
                .isEqualTo("1");
    }

    @Test
    void aRunThatBeginsElsewhereLeavesTheRowsAndSaysSo() {
        loading.load(SCHEMA, row(1), state("1"), row(2), row(3));

        try (LogLines log = new LogLines()) {
            assertThat(loading.load(SCHEMA, state("0"), row(1), state("1")).code())
                    .isEqualTo(ExitCode.OK);

            assertThat(log.warnings())
                    .anyMatch(line -> line.startsWith("WARN state \"p\": 2 rows that were committed after the stored"
                            + " state stay, because this run begins with another state"));
        }
        assertThat(numbers()).isEqualTo("1,1,2,3");
        assertThat(ranges()).isEqualTo("0");
    }

    @Test
    void withoutAFirstStateTheRowsStayAndTheNoteUntilTheNextState() {
        loading.load(SCHEMA, row(1), state("1"), row(2));

        try (LogLines log = new LogLines()) {
            loading.load(SCHEMA, row(2), row(3));
            assertThat(log.warnings()).anyMatch(line -> line.contains("records came before any STATE"));
        }
        assertThat(numbers()).isEqualTo("1,2,2,3");
        loading.load(SCHEMA, state("1"), row(2), row(3));

        assertThat(numbers()).isEqualTo("1,2,3");
    }

    @Test
    void theTapsStateFileTellsWhereATapBegins(@TempDir Path directory) throws IOException {
        loading.load(SCHEMA, row(0), state("0"), row(1), row(2));
        Path file = directory.resolve("state.json");

        resumed(file, "0\n", SCHEMA, row(1), row(2), state("2"), row(3));
        assertThat(numbers()).isEqualTo("0,1,2,3");
        resumed(file, "1", SCHEMA, row(3));
        assertThat(numbers()).isEqualTo("0,1,2,3,3");
        resumed(file, "", SCHEMA, row(3));
        assertThat(numbers()).isEqualTo("0,1,2,3,3,3");
        resumed(file, "2", SCHEMA, row(3), state("3"));

        assertThat(numbers()).isEqualTo("0,1,2,3");
    }

    @Test
    void onlyRowsOfTheSamePipelineAreRemoved() {
        loading.load(SCHEMA, row(1), state("1"), row(2));
        loading.with("state_id", "\"other\"").load(SCHEMA, row(10), state("1"), row(11));

        loading.load(SCHEMA, state("1"), row(12), state("12"));

        assertThat(numbers()).isEqualTo("1,2,10,12");
    }

    @Test
    void keyedRowsAreNeverNoted() {
        loading.load(SCHEMA.replace("\"stream\"", "\"key_properties\":[\"n\"],\"stream\""), row(1), state("1"), row(2));

        assertThat(ranges()).isEqualTo("0");
    }

    @Test
    void keysThatAppendOnlyIgnoresDoNotKeepRowsFromBeingNoted() {
        loading.with("load_method", "\"append-only\"").with("add_record_metadata", "false");
        String keyed = SCHEMA.replace("\"stream\"", "\"key_properties\":[\"n\"],\"stream\"");
        loading.load(keyed, row(1), state("1"), row(2));

        loading.load(keyed, state("1"), row(2), state("2"));

        assertThat(numbers()).isEqualTo("1,2");
    }

    @Test
    void aTableThatIsGoneIsNothingToRemoveFrom() {
        loading.load(SCHEMA, row(1), state("1"), row(2));
        loading.execute("DROP TABLE s");

        Loading.Outcome outcome = loading.load(SCHEMA, state("1"), row(2), state("2"));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(numbers()).isEqualTo("2");
    }

    @Test
    void anOverwriteStoresItsStateAtItsEnd() {
        loading.with("load_method", "\"overwrite\"").load(SCHEMA, row(1), state("1"), row(2));

        assertThat(stored()).isEqualTo("1");
        assertThat(ranges()).isEqualTo("0");
    }

    @Test
    void aSecondRunOfThePipelineIsRefusedWhileTheFirstRuns() throws Exception {
        loading.with("batch_wait_limit_seconds", "1").with("state_flush_seconds", "1");
        PipedInputStream in = new PipedInputStream(1 << 16);
        ByteArrayOutputStream states = new ByteArrayOutputStream();
        CompletableFuture<ExitCode> first;
        try (PipedOutputStream tap = new PipedOutputStream(in)) {
            first = CompletableFuture.supplyAsync(() -> loading.load(in, states, new ByteArrayOutputStream()));
            tap.write((state("1") + "\n").getBytes(StandardCharsets.UTF_8));
            tap.flush();
            while (states.size() == 0 && !first.isDone()) {
                Thread.onSpinWait();
            }

            Loading.Outcome second = loading.with("retry_seconds", "1").load(state("2"));

            assertThat(second.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(second.errors())
                    .contains("another run holds the lock of state \"p\"")
                    .contains("application target-postgres from 127.0.0.1");
            loading.with("state_id", "\"q\"");
            assertThat(loading.load(state("1")).code()).isEqualTo(ExitCode.OK);
        }
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
        assertThat(stored()).isEqualTo("1");
    }

    @Test
    void aLostConnectionIsTakenUpAgainWithItsLock() throws Exception {
        loading.with("batch_size_rows", "500");
        String[] lines = IntStream.rangeClosed(0, 20_000)
                .mapToObj(n -> n == 0 ? SCHEMA : row(n) + (n % 100 == 0 ? "\n" + state(Integer.toString(n)) : ""))
                .toArray(String[]::new);
        CompletableFuture<Loading.Outcome> run = CompletableFuture.supplyAsync(() -> loading.load(lines));
        int killed = 0;
        while (!run.isDone() && killed < 3) {
            killed += Integer.parseInt(String.valueOf(loading.value("SELECT count(pg_terminate_backend(pid)) FROM"
                    + " pg_stat_activity WHERE application_name = 'target-postgres' AND datname = current_database()"
                    + " AND state <> 'idle' AND query ILIKE '%COPY%'")));
        }

        Loading.Outcome outcome = run.get(60, TimeUnit.SECONDS);

        assertThat(outcome.errors()).isEmpty();
        assertThat(killed).isPositive();
        assertThat(loading.rows("SELECT count(*), count(DISTINCT n) FROM s").toString())
                .isEqualTo("[[20000, 20000]]");
        assertThat(stored()).isEqualTo("20000");
        assertThat(ranges()).isEqualTo("0");
    }

    @Test
    void aUserWhoMayNotMakeTheSchemaIsToldWhichRightIsMissing() {
        loading.execute("DO $$BEGIN CREATE ROLE plain_loader LOGIN PASSWORD 'x'; EXCEPTION WHEN duplicate_object"
                + " THEN NULL; END$$; GRANT CREATE ON SCHEMA public TO plain_loader");
        loading.with("user", "\"plain_loader\"").with("password", "\"x\"");

        Loading.Outcome outcome = loading.load(SCHEMA, row(1), state("1"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("state_id is set").contains("GRANT CREATE ON DATABASE");
        assertThat(loading.value("SELECT to_regclass('s')")).isNull();
    }

    @Test
    void rowsAndStateAreOneTransaction() {
        loading.load(SCHEMA, row(1), state("1"));
        loading.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;"
                + " CREATE TRIGGER no BEFORE INSERT OR UPDATE ON bizops.state FOR EACH ROW EXECUTE FUNCTION no()");

        Loading.Outcome outcome = loading.load(SCHEMA, row(2), state("2"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.states()).isEmpty();
        assertThat(numbers()).isEqualTo("1");
    }

    @Test
    void withoutPatienceALockedStateIsRefusedAtOnce() throws SQLException {
        loading.with("retry_seconds", "0");
        try (Connection other = loading.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'the other'");
            statement.execute("SELECT pg_advisory_lock(hashtextextended('bizops:state:p', 0))");

            Loading.Outcome outcome = loading.load(SCHEMA, row(1));

            assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors()).contains("application the other");
        }
    }

    @Test
    void aSchemaThatOnlyItsOwnerCanBringUpToDateStillGivesNumbers() {
        Loading plain = new Loading();
        plain.load(SCHEMA, row(1));
        plain.execute(
                "DO $$BEGIN CREATE ROLE late_loader LOGIN PASSWORD 'x'; EXCEPTION WHEN duplicate_object THEN NULL;"
                        + " END$$; GRANT CREATE ON SCHEMA public TO late_loader; GRANT USAGE ON SCHEMA bizops TO late_loader;"
                        + " GRANT ALL ON ALL TABLES IN SCHEMA bizops TO late_loader;"
                        + " GRANT ALL ON ALL SEQUENCES IN SCHEMA bizops TO late_loader;"
                        + " DELETE FROM bizops.migration WHERE number > 1");
        plain.with("user", "\"late_loader\"").with("password", "\"x\"");

        try (LogLines log = new LogLines()) {
            assertThat(plain.load(SCHEMA.replace("\"s\"", "\"t\""), row(2).replace("\"s\"", "\"t\""))
                            .code())
                    .isEqualTo(ExitCode.OK);
            assertThat(log.warnings()).anyMatch(line -> line.contains("its owner should run once"));
        }

        assertThat(plain.value(
                        "SELECT count(*) FROM bizops.checkpoint AS c JOIN t ON t._sdc_sequence = c.least_sequence"
                                + " WHERE c.table_name = 't'"))
                .isEqualTo("1");
    }

    @Test
    void theTapsStateFileWithoutAStateIdIsAnError(@TempDir Path directory) throws IOException {
        Loading.Outcome outcome = resumed(new Loading(), directory.resolve("s.json"), "{}", state("1"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("set 'state_id' too");
    }

    private void resumed(Path file, String content, String... lines) throws IOException {
        assertThat(resumed(loading, file, content, lines).errors()).isEmpty();
    }

    private static Loading.Outcome resumed(Loading loading, Path file, String content, String... lines)
            throws IOException {
        Files.writeString(file, content);
        return loading.load(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                "--tap-state",
                file.toString());
    }

    private @Nullable String stored() {
        return loading.value("SELECT value FROM bizops.state WHERE state_id = 'p'");
    }

    private @Nullable String numbers() {
        return loading.value("SELECT string_agg(n::text, ',' ORDER BY n) FROM s");
    }

    private @Nullable String ranges() {
        return loading.value("SELECT count(*) FROM bizops.uncovered_range");
    }

    private static String row(int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + "}}";
    }

    private static String state(String value) {
        return "{\"type\":\"STATE\",\"value\":" + value + "}";
    }
}
