package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bizops run} of the built archive: with our tap, and with one in Python that shares no code with us. */
final class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 4000;
    private static final int STATE_EVERY = 700;
    private static final int PAUSE_AT = 2050;
    /** The newest STATE before the pause, and the last row of the newest full batch of 300 behind it. */
    private static final int BOOKMARK = 1400;

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private String target = "";

    @BeforeEach
    void configureTheTarget() throws IOException {
        Map<String, Object> settings = database.settings();
        settings.put("batch_size_rows", 300);
        target = file("target.json", settings);
    }

    @ParameterizedTest
    @CsvSource({"target-postgres, false, 0", "log_tap, false, 0", "target-postgres, true, 1"})
    void whoeverIsKilledTheNextRunBringsWhatIsMissing(String victim, boolean inclusive, int repeated) throws Exception {
        String tap = pythonTap();
        String config = config(inclusive);
        PipelineProcess killed = startPaused(tap, config);

        killed.kill(victim);

        assertThat(killed.await()).as(killed.log()).isEqualTo(1);
        assertThat(value("SELECT count(*) > " + BOOKMARK + " FROM log")).isEqualTo("t");
        Files.createFile(folder.resolve("gate"));
        assertThat(run(tap, "target-postgres", "--tap-config", config, "--target-config", target)
                        .exit())
                .isZero();

        String found = value("SELECT count(*) - count(DISTINCT n) FROM log");
        System.out.println("killed " + victim + ", bookmarks " + (inclusive ? "inclusive" : "exclusive") + ": " + found
                + " rows repeated");
        assertThat(found).isEqualTo(Integer.toString(repeated));
        assertThat(value("SELECT count(DISTINCT n) || ' ' || min(n) || ' ' || max(n) FROM log"))
                .isEqualTo(ROWS + " 1 " + ROWS);
        assertThat(value("SELECT string_agg(exit_code::text, ' ' ORDER BY started_at) FROM bizops.run"))
                .isEqualTo("1 0");
        assertThat(value("SELECT error FROM bizops.run WHERE exit_code = 1"))
                .isEqualTo((victim.equals("log_tap") ? "log-tap" : victim) + " ended with 137");
        assertThat(value("SELECT count(*) FROM bizops.checkpoint AS c JOIN bizops.run AS r USING (run_id)"
                        + " WHERE r.exit_code = 0 AND c.is_rewrite"))
                .isEqualTo("1");
    }

    @Test
    void asSignalledBothEndAndKeepWhatIsComplete() throws Exception {
        String tap = pythonTap();
        PipelineProcess run = startPaused(tap, config(false));

        run.stop();

        assertThat(run.await()).as(run.log()).isEqualTo(143);
        assertThat(value("SELECT exit_code || ' ' || error FROM bizops.run")).isEqualTo("143 stopped by SIGTERM");
        assertThat(value("SELECT target_exit_code FROM bizops.run")).isEqualTo("143");
        assertThat(value("SELECT value::jsonb #>> '{bookmarks,log,n}' FROM bizops.state"))
                .isEqualTo(Integer.toString(BOOKMARK));
    }

    @Test
    void theProgramsOutliveARunnerThatIsKilledAndStoreEverything() throws Exception {
        PipelineProcess run = startPaused(pythonTap(), config(false));

        run.kill();
        Files.createFile(folder.resolve("gate"));

        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until
                && !"t".equals(value("SELECT value LIKE '%" + ROWS + "%' FROM bizops.state"))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(value("SELECT value::jsonb #>> '{bookmarks,log,n}' FROM bizops.state"))
                .isEqualTo(Integer.toString(ROWS));
        assertThat(value("SELECT count(*) || ' ' || count(DISTINCT n) FROM log"))
                .isEqualTo(ROWS + " " + ROWS);
        assertThat(value("SELECT count(*) FROM bizops.run WHERE ended_at IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void aSecondRunIsRefusedAndTheFirstGoesOn() throws Exception {
        String tap = pythonTap();
        String config = config(false);
        PipelineProcess first = startPaused(tap, config);

        Run second = run(tap, "target-postgres", "--tap-config", config, "--target-config", target);
        Run byHand =
                Run.of(Tree.program("bizops"), "state", "set", "log-tap-to-target-postgres", "{}", "--config", target);
        Files.createFile(folder.resolve("gate"));

        assertThat(second.exit()).isEqualTo(75);
        assertThat(second.stderr())
                .contains("CRITICAL bizops: another run holds the lock")
                .contains("(run ");
        assertThat(byHand.exit()).isEqualTo(75);
        assertThat(first.await()).as(first.log()).isZero();
        assertThat(value("SELECT count(*) || ' ' || count(DISTINCT n) FROM log"))
                .isEqualTo(ROWS + " " + ROWS);
    }

    @Test
    void aVendorsRowsAreCountedAndTheSecondRunGoesOnFromTheState() throws Exception {
        try (Company company = Company.start(folder.resolve("sandbox.log"), "--scale", "0.05")) {
            String tapConfig = file(
                    "tap.json",
                    Map.of(
                            "login_url", company.url(),
                            "client_id", company.clientId(),
                            "client_secret", company.clientSecret(),
                            "streams_to_discover", new String[] {"Account", "Lead"}));
            Path catalog = folder.resolve("catalog.json");
            Catalogs.select(Catalogs.discover(Map.of(), tapConfig), catalog, "Account", "Lead");
            String[] arguments = {
                "tap-salesforce",
                "target-postgres",
                "--tap-config",
                tapConfig,
                "--target-config",
                target,
                "--catalog",
                catalog.toString(),
                "--state-id",
                "crm"
            };

            Run first = run(arguments);
            Run second = run(arguments);

            assertThat(first.exit()).as(first.stderr()).isZero();
            assertThat(second.exit()).as(second.stderr()).isZero();
            assertThat(first.stderr()).contains("tap-salesforce | INFO ").contains("target-postgres | INFO ");
            assertThat(value("SELECT string_agg(concat_ws(' ', stream, rows_sent, rows_read, bytes_loaded > 1000), ', '"
                            + " ORDER BY stream) FROM bizops.run_stream JOIN (SELECT run_id FROM bizops.run"
                            + " ORDER BY started_at LIMIT 1) AS first USING (run_id)"))
                    .isEqualTo("Account " + rows("account") + " " + rows("account") + " t, Lead " + rows("lead") + " "
                            + rows("lead") + " t");
            assertThat(value("SELECT sum(rows_sent) < " + rows("lead") + " FROM bizops.run_stream JOIN (SELECT run_id"
                            + " FROM bizops.run ORDER BY started_at DESC LIMIT 1) AS last USING (run_id)"))
                    .isEqualTo("t");
            assertThat(value("SELECT tap_version = target_version FROM bizops.run LIMIT 1"))
                    .isEqualTo("t");
        }
    }

    /** Starts a run and waits until everything before the tap's pause that fills a batch is committed. */
    private PipelineProcess startPaused(String tap, String config) throws Exception {
        PipelineProcess run = PipelineProcess.start(
                folder.resolve("run.log"), tap, "target-postgres", "--tap-config", config, "--target-config", target);
        while (!committedBehindTheBookmark()) {
            if (!run.isAlive()) {
                throw new IOException("it ended early; " + run.log());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return run;
    }

    private boolean committedBehindTheBookmark() throws SQLException {
        return "t".equals(value("SELECT to_regclass('bizops.uncovered_range') IS NOT NULL"))
                && "t"
                        .equals(value("SELECT EXISTS (SELECT FROM bizops.state AS s JOIN bizops.uncovered_range AS u"
                                + " USING (state_id) WHERE s.value::jsonb #>> '{bookmarks,log,n}' = '" + BOOKMARK
                                + "')"));
    }

    private String config(boolean inclusive) throws IOException {
        return file(
                "tap.json",
                Map.of(
                        "rows",
                        ROWS,
                        "state_every",
                        STATE_EVERY,
                        "inclusive",
                        inclusive,
                        "pause_at",
                        PAUSE_AT,
                        "gate",
                        folder.resolve("gate").toString()));
    }

    /** An executable of a name of its own, as an installed Python tap is. */
    private String pythonTap() throws Exception {
        Assumptions.assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v python3").start().waitFor() == 0,
                "not tried: there is no python3");
        Path script = Path.of("src", "test", "python", "log_tap.py").toAbsolutePath();
        Path program =
                Files.writeString(folder.resolve("log-tap"), "#!/bin/sh\nexec python3 '" + script + "' \"$@\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"))
                .toString();
    }

    private String file(String name, Map<String, Object> settings) throws IOException {
        Path file = folder.resolve(name);
        JSON.writeValue(file.toFile(), new HashMap<>(settings));
        return file.toString();
    }

    private static Run run(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.of(Tree.program("bizops"), all);
    }

    private @Nullable String rows(String table) throws SQLException {
        return value("SELECT count(*) FROM " + table);
    }

    private @Nullable String value(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
