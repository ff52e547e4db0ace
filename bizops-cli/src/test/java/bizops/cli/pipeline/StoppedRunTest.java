package bizops.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.cli.process.Surroundings;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.cli.Terminal;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that gets a signal, whatever it is at. */
final class StoppedRunTest {
    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    @Timeout(120)
    void aTapThatRunsGetsItAndNothingIsBuilt() throws Exception {
        assertStopped("touch began; exec sleep 600", "");

        assertThat(value("SELECT concat_ws(' ', tap_exit_code, exit_code, error) FROM bizops.run"))
                .isEqualTo("143 143 stopped by SIGTERM");
    }

    @Test
    @Timeout(120)
    void aTapThatWaitsForItsNextAttemptWaitsNoLonger() throws Exception {
        assertStopped("touch began; exit 75", "");

        assertThat(value("SELECT string_agg(concat_ws(' ', attempt, exit_code), ', ') FROM bizops.pipeline_step"))
                .isEqualTo("1 75");
    }

    @Test
    @Timeout(120)
    void aTapThatIsAskedForItsCatalogGetsIt() throws Exception {
        assertStopped("touch began; exec sleep 600", ", select: ['*']");

        assertThat(value("SELECT count(*) FROM bizops.run")).isEqualTo("0");
    }

    private void assertStopped(String tap, String more) throws Exception {
        Path file = Files.writeString(folder.resolve("bizops.yml"), """
                taps: {a: {command: [sh, -c, '%s']%s}}
                targets: {t: {command: [sh, -c, 'cat >all']}}
                transform: {command: [touch, built]}
                pipelines: {all: {taps: [a], target: t, retry_delay_seconds: 500}}
                """.formatted(tap, more));
        Map<String, String> environment = environment();
        Job job = Project.read(file, environment, line -> {}).job("all", "");
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                environment);
        try (Workspace workspace = Workspace.make()) {
            Address address = Addresses.of(job, workspace);
            try (Store store = Store.open(address, "test");
                    RunLog log = RunLog.make(job.logs(), "r1", Clock.systemUTC())) {
                PipelineRun run = new PipelineRun(
                        job,
                        Asked.whole(Map.of(), false),
                        "r1",
                        address,
                        store,
                        new Programs(Optional.empty(), String.valueOf(System.getenv("PATH")), folder),
                        new Surroundings(environment),
                        workspace,
                        new Journal("r1", store, new Screen(terminal, false), log));
                stopOnce(run);

                assertThatThrownBy(run::run)
                        .isInstanceOfSatisfying(
                                BizopsException.class,
                                e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TERMINATED))
                        .hasMessage("pipeline all: stopped by SIGTERM");
            }
        }
        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(value("SELECT concat_ws(' ', exit_code, error) FROM bizops.pipeline_run"))
                .isEqualTo("143 stopped by SIGTERM");
    }

    /** Sends the signal when the tap has begun; a run that waits has noted its first attempt by then. */
    private void stopOnce(PipelineRun run) {
        CountDownLatch pause = new CountDownLatch(1);
        Thread signal = new Thread(() -> {
            try {
                while (!Files.exists(folder.resolve("began"))
                        || (!errors.toString(StandardCharsets.UTF_8).contains("failed after")
                                && Files.readString(folder.resolve("bizops.yml"))
                                        .contains("exit 75"))) {
                    boolean unused = pause.await(20, TimeUnit.MILLISECONDS);
                }
                run.stop(ExitCode.TERMINATED);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        signal.setDaemon(true);
        signal.start();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PG_ADDRESS", database.host());
        environment.put("PG_PORT", Integer.toString(database.port()));
        environment.put("PG_DATABASE", database.name());
        environment.put("PG_USERNAME", database.user());
        environment.put("PG_PASSWORD", database.password());
        return environment;
    }

    private String value(String sql) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
