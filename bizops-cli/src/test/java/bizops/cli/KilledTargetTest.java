package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.StateLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that begins while the server is still busy with the commit of a target that was killed. */
final class KilledTargetTest {
    private static final String HOME = "bizops.home";
    private static final String ID = "p";
    /** The run has tried the lock again, and so waits for it. */
    private static final String WAITS =
            "SELECT EXISTS (SELECT FROM pg_stat_activity AS a JOIN pg_locks AS l USING (pid)"
                    + " WHERE a.application_name = 'bizops run' AND a.datname = current_database() AND l.locktype = 'advisory'"
                    + " AND a.query LIKE '%pg_try_advisory_lock%' AND a.query_start > a.backend_start + interval '300 ms')";

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final Cli cli = new Cli(database);

    @AfterEach
    void forgetTheInstallation() {
        System.clearProperty(HOME);
    }

    @Test
    void theTapGoesOnFromWhatThatCommitStores() throws Exception {
        Scripts scripts = new Scripts(directory);
        Path got = directory.resolve("got");
        scripts.program("tap", "while [ $# -gt 0 ]; do [ \"$1\" = --state ] && cat \"$2\" >'" + got + "'; shift; done");
        scripts.program("target-postgres", "cat >/dev/null");
        System.setProperty(HOME, directory.toString());
        assertThat(cli.call("state", "set", ID, "{\"at\":1}").code()).isEqualTo(ExitCode.OK);
        CompletableFuture<Cli.Outcome> run;
        try (Connection killed = database.connect();
                Statement statement = killed.createStatement()) {
            assertThat(StateLock.STATE.take(killed, ID)).isTrue();
            killed.setAutoCommit(false);
            statement.execute("UPDATE bizops.state SET value = '{\"at\":2}', revision = revision + 1");

            run = CompletableFuture.supplyAsync(() -> cli.call("run", "tap", "target-postgres", "--state-id", ID));
            awaitThatItWaits(run);
            killed.commit();
        }

        Cli.Outcome outcome = run.join();
        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(got).strip()).isEqualTo("{\"at\":2}");
    }

    @Test
    void aTargetThatIsAliveIsNotWaitedForForLong() throws Exception {
        Scripts scripts = new Scripts(directory);
        scripts.program("tap", "echo x");
        scripts.program("target-postgres", "cat >/dev/null");
        System.setProperty(HOME, directory.toString());
        cli.call("state", "set", ID, "{\"at\":1}");
        try (Connection alive = database.connect()) {
            assertThat(StateLock.STATE.take(alive, ID)).isTrue();

            Cli.Outcome outcome = cli.call("run", "tap", "target-postgres", "--state-id", ID);

            assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors()).contains("another run holds the lock of state \"p\"");
        }
        assertThat(scripts.calls("tap")).doesNotExist();
    }

    /** Until it waits, or has ended because it does not. */
    private void awaitThatItWaits(CompletableFuture<Cli.Outcome> run) throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!run.isDone()) {
                try (ResultSet row = statement.executeQuery(WAITS)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
