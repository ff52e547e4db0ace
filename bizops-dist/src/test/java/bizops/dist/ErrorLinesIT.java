package bizops.dist;

import static bizops.dist.ErrorSetting.TAP;
import static bizops.dist.ErrorSetting.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.TransportFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What users meet when a load fails: one line that says what, where and what to do; the documented exit code; nothing
 * lost or half written, so that the same load from the last printed STATE completes the tables.
 */
final class ErrorLinesIT {
    private static final String SECRET = "wr0ng-S3cret";

    @TempDir
    private static Path directory = Path.of("");

    private static @Nullable ErrorSetting prepared;

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @BeforeAll
    static void loadOnceUndisturbed() throws Exception {
        prepared = ErrorSetting.prepare(directory);
    }

    @AfterAll
    static void stopTheSandbox() {
        if (prepared != null) {
            prepared.close();
        }
    }

    @AfterEach
    void mendTheSandbox() {
        setting().sandbox().clearFaults();
    }

    @Test
    void aWrongPasswordOfTheDatabaseIsNamedAndNothingIsAcknowledged() throws Exception {
        Map<String, Object> target = setting().target(database);
        target.put("password", SECRET);

        Pipeline load = load("password", setting().tap(), target);

        assertThat(critical(load, TARGET, 1))
                .contains(database.host() + ":" + database.port(), "\"postgres\"", "correct user and password");
        assertTapFoundThePipeClosed(load);
        assertNothingAcknowledgedAndNothingThere(load);
    }

    @Test
    void aWrongClientSecretIsNamedAndTheTargetGetsNothing() throws Exception {
        Map<String, Object> tap = setting().tap();
        tap.put("client_secret", SECRET);

        Pipeline load = load("secret", tap, setting().target(database));

        assertThat(critical(load, TAP, 1)).contains("login failed", "client_secret");
        assertThat(load.exit(TARGET)).as(load.logs()).isZero();
        assertNothingAcknowledgedAndNothingThere(load);
    }

    @Test
    void anUnreachableDatabaseIsATryLater() throws Exception {
        Map<String, Object> target = setting().target(database);
        int port = closedPort();
        target.put("port", port);

        Pipeline load = load("no-database", setting().tap(), target);

        assertThat(critical(load, TARGET, 75)).contains(database.host() + ":" + port, "check host, port");
        assertTapFoundThePipeClosed(load);
        assertNothingAcknowledgedAndNothingThere(load);
    }

    @Test
    void anUnreachableSalesforceIsATryLater() throws Exception {
        Map<String, Object> tap = setting().tap();
        int port = closedPort();
        tap.put("login_url", "http://127.0.0.1:" + port);

        Pipeline load = load("no-salesforce", tap, setting().target(database));

        assertThat(critical(load, TAP, 75)).contains("http://127.0.0.1:" + port, "check the address", "run again");
        assertThat(load.exit(TARGET)).as(load.logs()).isZero();
        assertNothingAcknowledgedAndNothingThere(load);
    }

    @Test
    void aHostThatDoesNotExistIsNamed() throws Exception {
        Map<String, Object> target = setting().target(database);
        target.put("host", "no-such-host.invalid");
        Map<String, Object> tap = setting().tap();
        tap.put("login_url", "http://no-such-host.invalid");

        Pipeline load = load("no-host", tap, target);

        assertThat(critical(load, TAP, 75)).contains("no-such-host.invalid");
        assertThat(critical(load, TARGET, 75)).contains("no-such-host.invalid", "there is no host of this name");
    }

    @Test
    void anUnknownSettingIsAWarningWithTheNearestName() throws Exception {
        Map<String, Object> tap = setting().tap();
        tap.put("page_sizee", 200);
        Map<String, Object> target = setting().target(database);
        target.put("batch_size_row", 200);

        Pipeline load = load("typo", tap, target);

        assertThat(List.of(load.exit(TAP), load.exit(TARGET))).as(load.logs()).containsOnly(0);
        assertThat(warning(load.log(TAP))).contains("'page_sizee'", "did you mean page_size?");
        assertThat(warning(load.log(TARGET))).contains("'batch_size_row'", "did you mean batch_size_rows?");
        assertThat(LoadedTables.rows(database)).isEqualTo(setting().expected());
    }

    @Test
    void settingsOfTheWrongTypeAndMissingOnesEndTheRunBeforeItBegins() throws Exception {
        Map<String, Object> tap = setting().tap();
        tap.remove("client_id");
        Map<String, Object> target = setting().target(database);
        target.put("port", "five");

        Pipeline load = load("wrong-type", tap, target);

        assertThat(critical(load, TAP, 1)).contains("client_id");
        assertThat(critical(load, TARGET, 1)).contains("port", "wrong-type-target.json");
        target.put("port", database.port());
        target.remove("database");
        assertThat(critical(load("missing", tap, target), TARGET, 1)).contains("database");
        assertThat(LoadedTables.rows(database)).isEmpty();
    }

    @Test
    void aBrokenLineIsNamedAndAllBeforeItIsLoaded() throws Exception {
        Pipeline load = setting()
                .load(
                        "broken",
                        setting().tap(),
                        Optional.empty(),
                        "600s/.\\{20\\}$//",
                        setting().target(database))
                .await();

        assertThat(critical(load, TARGET, 1)).contains("line 600");
        assertLoaded(setting().sent("broken").idsOfFirst(599));
        completes("broken", load);
    }

    @Test
    void aRecordThatFailsItsSchemaIsNamedAndAllBeforeItIsLoaded() throws Exception {
        Pipeline load = setting()
                .load(
                        "invalid",
                        setting().tap(),
                        Optional.empty(),
                        "600s/\"IsDeleted\":false/\"IsDeleted\":\"perhaps\"/",
                        setting().target(database))
                .await();

        assertThat(critical(load, TARGET, 1)).contains("line 600", "IsDeleted", "\"perhaps\"");
        assertLoaded(setting().sent("invalid").idsOfFirst(599));
        completes("invalid", load);
    }

    @Test
    void aTapWhoseReaderIsGoneSaysSoInAWarning() throws Exception {
        Pipeline load = Pipeline.start(
                        directory.resolve("closed"),
                        setting().tapCommand("closed", setting().tap(), Optional.empty()),
                        List.of("head", "-n", "1"))
                .await();

        assertThat(load.output()).hasSize(1);
        assertTapFoundThePipeClosed(load);
    }

    @Test
    void aFullDiskIsNamedAndTheLoadGoesOnWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = smallDisk()) {
            disk.fill(1_500_000);

            Pipeline load = load("full", setting().tap(), setting().target(disk.database()));

            assertThat(critical(load, TARGET, 1)).contains("disk", "full", "make room and run again");
            // Which batch no longer fits is the server's affair: the tap may have sent everything by then.
            if (load.exit(TAP) != 0) {
                assertTapFoundThePipeClosed(load);
            }
            assertThat(load.output()).as("some batches found room").isNotEmpty();
            disk.makeRoom();
            completes("full", load, disk.database());
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, true, true", "TERM, 143, true, false", "TERM, 143, false, true"})
    void aSignalKeepsWhatIsCompleteAndSaysHowToGoOn(String signal, int exit, boolean tap, boolean target)
            throws Exception {
        Ignored.assumeNot(signal);
        setting()
                .sandbox()
                .fault(Fault.of(TransportFault.STALL).path("/query/").at(2).seconds(1));
        String name = "signal-" + signal + tap + target;
        Map<String, Object> eager = setting().target(database);
        eager.put("state_flush_seconds", 1);
        Pipeline load = setting().load(name, setting().tap(), Optional.empty(), "", eager);
        load.awaitOutput();

        if (tap && target) {
            load.signal(signal, TAP, TARGET);
        } else {
            load.signal(signal, tap ? TAP : TARGET);
        }
        load.await();
        setting().sandbox().clearFaults();

        if (tap) {
            ErrorLine.of("WARNING", "tap-salesforce", load.log(TAP));
            assertThat(load.exit(TAP)).as(load.logs()).isEqualTo(exit);
        }
        if (target) {
            ErrorLine.of("WARNING", "target-postgres", load.log(TARGET));
            assertThat(load.exit(TARGET)).as(load.logs()).isEqualTo(exit);
        }
        assertThat(LoadedTables.rows(database)).isNotEqualTo(setting().expected());
        completes(name, load);
    }

    private static ErrorSetting setting() {
        return Objects.requireNonNull(prepared);
    }

    private static Pipeline load(String name, Map<String, Object> tap, Map<String, Object> target) throws Exception {
        return setting().load(name, tap, Optional.empty(), "", target).await();
    }

    private static String critical(Pipeline load, int stage, int exit) throws IOException {
        String program = stage == TAP ? "tap-salesforce" : "target-postgres";
        String line = ErrorLine.of(
                "CRITICAL",
                program,
                load.log(stage),
                SECRET,
                SharedPostgres.get().password(),
                setting().sandbox().clientSecret());
        assertThat(load.exit(stage)).as(load.logs()).isEqualTo(exit);
        return line;
    }

    private static String warning(String log) {
        List<String> warnings =
                log.lines().filter(line -> line.startsWith("WARN")).toList();
        assertThat(warnings).as(log).hasSize(1);
        System.err.println("error line: " + warnings.get(0));
        return warnings.get(0);
    }

    private static void assertTapFoundThePipeClosed(Pipeline load) throws IOException {
        assertThat(ErrorLine.of("WARNING", "tap-salesforce", load.log(TAP))).contains("closed");
        assertThat(load.exit(TAP)).as(load.logs()).isEqualTo(1);
    }

    private void assertNothingAcknowledgedAndNothingThere(Pipeline load) throws Exception {
        assertThat(load.output()).isEmpty();
        assertThat(LoadedTables.rows(database)).isEmpty();
    }

    private void assertLoaded(Map<String, Set<String>> ids) throws Exception {
        assertLoaded(ids, database);
    }

    private static void assertLoaded(Map<String, Set<String>> ids, TestDatabase database) throws Exception {
        for (Map.Entry<String, Set<String>> table : ids.entrySet()) {
            assertThat(LoadedTables.ids(database, table.getKey())).containsAll(table.getValue());
        }
    }

    private void completes(String name, Pipeline failed) throws Exception {
        completes(name, failed, database);
    }

    /** The printed STATE covers only rows that are there, and a run from it completes the tables. */
    private static void completes(String name, Pipeline failed, TestDatabase database) throws Exception {
        Optional<String> state = failed.lastOutput();
        SentMessages sent = setting().sent(name);
        assertLoaded(sent.idsOfFirst(sent.linesBefore(state.orElseThrow())), database);
        Pipeline again = setting()
                .load(name + "-again", setting().tap(), state, "", setting().target(database))
                .await();
        assertThat(List.of(again.exit(TAP), again.exit(TARGET)))
                .as(again.logs())
                .containsOnly(0);
        assertThat(LoadedTables.rows(database)).isEqualTo(setting().expected());
    }

    private static SmallDisk smallDisk() throws Exception {
        try {
            return SmallDisk.mount(SharedPostgres.get());
        } catch (IOException mayNot) {
            return abort("not tried: " + mayNot.getMessage());
        }
    }

    /** A port that nobody listens on. */
    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
