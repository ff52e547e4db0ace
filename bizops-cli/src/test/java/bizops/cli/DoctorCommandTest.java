package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.warehouse.StateLock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code bizops doctor} names each planted fault in one line. */
final class DoctorCommandTest extends PipelineTest {
    private static final String HOME = "bizops.home";
    private static final String PROJECT = """
            taps: {a: {command: %s, settings: {name: a%s}%s}}
            @TARGET
            pipelines: {all: {taps: [a], target: file}}
            """;
    /** A tap of the archive: what it prints for --discover, then the body for --test. */
    private static final String OURS = "case \"$*\" in *--version*) echo tap-x development;; *--discover*) echo"
            + " '{\"streams\":[{\"tap_stream_id\":\"Lead\",\"schema\":{\"properties\":{\"Id\":{}}},\"metadata\":[]}]}';;"
            + " *--test*) %s;; esac";

    @BeforeEach
    void makeProject() throws Exception {
        folder.project(PROJECT.formatted("./tap.py", "", ""));
    }

    @AfterEach
    void forgetTheInstallation() {
        System.clearProperty(HOME);
    }

    @Test
    void nothingIsWrongWhereNothingIs() {
        Cli.Outcome outcome = doctor();

        assertThat(outcome.code()).as(outcome.output() + outcome.errors()).isEqualTo(ExitCode.OK);
        assertThat(outcome.output().lines()).noneMatch(line -> line.startsWith("FAIL"));
        assertThat(outcome.output())
                .contains("rights              schema raw_a will be made\n")
                .contains("locks               all free\n")
                .contains("tap a               logs in and sees 2 streams\n");
        assertThat(folder.path("out")).doesNotExist();
    }

    @Test
    void anObjectThatMayNotBeReadIsNamed() throws Exception {
        ours("echo 'ERROR stream \"Lead\" failed after 0 records: no right to read Lead' >&2; exit 77");

        assertThat(failures())
                .containsExactly(
                        "tap a               stream \"Lead\" failed after 0 records: no right to read Lead; let its user read this,"
                                + " or leave it out by select");
    }

    @Test
    void aSpentQuotaIsNamed() throws Exception {
        ours("echo 'CRITICAL tap-x: the quota of API calls is spent' >&2; exit 75");

        assertThat(failures())
                .containsExactly("tap a               tap-x: the quota of API calls is spent; run it again later");
    }

    @Test
    void anExpiredSecretIsNamed() throws Exception {
        folder.script("tap.py", "#!/bin/sh\necho 'CRITICAL tap: invalid_client: the secret has expired' >&2\nexit 1\n");

        assertThat(failures())
                .singleElement()
                .asString()
                .startsWith(
                        "tap a               tap.py --discover ended with 1: tap: invalid_client: the secret has expired;");
    }

    @Test
    void aFieldThatWasRenamedIsNamed() throws Exception {
        Files.createDirectories(folder.path("catalogs"));
        Files.writeString(folder.path("catalogs/a.json"), """
                {"streams": [{"tap_stream_id": "numbers", "schema": {"properties": {"n": {}, "old": {}, "left_out": {}}},
                  "metadata": [{"breadcrumb": [], "metadata": {"selected": true}},
                    {"breadcrumb": ["properties", "old"], "metadata": {"selected": true}},
                    {"breadcrumb": ["properties", "n"], "metadata": {"selected": true}}]}]}
                """);

        assertThat(failures())
                .singleElement()
                .asString()
                .contains("numbers.old is selected in " + folder.path("catalogs/a.json") + " and not there any more");
    }

    @Test
    void aProxyThatIsDeadIsNamed() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        folder.project(PROJECT.formatted("./tap.py", ", url: 'http://vendor.example/x'", ""));
        cli.with("HTTP_PROXY", "http://127.0.0.1:" + port);

        assertThat(failures())
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + port)
                .contains("refused")
                .contains("HTTP_PROXY");
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        cli.with("PG_USERNAME", "nobody_of_that_name");

        assertThat(failures()).singleElement().asString().contains("nobody_of_that_name");
    }

    @Test
    void aSchemaWithoutRightsIsNamed() throws Exception {
        execute(
                "CREATE SCHEMA raw_a",
                "CREATE TABLE raw_a.numbers (n int)",
                "DO $$ BEGIN CREATE ROLE doctor_reader LOGIN PASSWORD 'doctor_reader'; EXCEPTION WHEN duplicate_object THEN"
                        + " NULL; END $$");
        cli.with("PG_USERNAME", "doctor_reader").with("TARGET_POSTGRES_PASSWORD", "doctor_reader");

        assertThat(failures())
                .anyMatch(line ->
                        line.contains("schema bizops is not there, and this role may not make it; GRANT CREATE"))
                .anyMatch(line -> line.contains("may not make tables in schema raw_a; GRANT USAGE, CREATE"));

        execute("GRANT USAGE, CREATE ON SCHEMA raw_a TO doctor_reader");
        assertThat(failures()).anyMatch(line -> line.contains("1 tables in schema raw_a belong to other roles"));
    }

    @Test
    void aLockThatIsHeldIsNamed() throws Exception {
        try (Connection other = database.connect()) {
            assertThat(StateLock.PIPELINE.take(other, "default/all")).isTrue();
            assertThat(StateLock.STATE.take(other, "a")).isTrue();

            List<String> warnings = doctor().output()
                    .lines()
                    .filter(line -> line.startsWith("WARN"))
                    .toList();

            assertThat(warnings)
                    .anyMatch(line -> line.contains("pipeline default/all is held by process "))
                    .anyMatch(line ->
                            line.contains("state a is held by process ") && line.contains("pg_terminate_backend"));
        }
    }

    @Test
    void aStateThatGrewOldIsTold() throws Exception {
        assertThat(call("run").code()).isEqualTo(ExitCode.OK);
        execute("UPDATE bizops.state SET updated_at = now() - interval '50 hours'");

        assertThat(doctor().output())
                .contains("WARN  state a             last confirmed 50 h ago; nothing has come since");
        assertThat(call("doctor", "--quick", "--stale-hours", "60").output())
                .contains("OK    state a             last confirmed 50 h ago\n");
    }

    @Test
    void aProgramThatIsMissingIsNamed() throws Exception {
        folder.project(PROJECT.formatted("./tap-gone", "", ""));

        assertThat(failures())
                .anyMatch(line -> line.startsWith("program tap-gone ") && line.contains("there is no executable"));
    }

    private void ours(String test) throws Exception {
        Scripts scripts = new Scripts(folder.path("home"));
        Path unused = scripts.program("tap-x", OURS.formatted(test));
        System.setProperty(HOME, folder.path("home").toString());
        folder.project(PROJECT.formatted("tap-x", "", ", select: [Lead]"));
    }

    private List<String> failures() {
        Cli.Outcome outcome = doctor();
        assertThat(outcome.code()).as(outcome.output()).isEqualTo(ExitCode.FAILURE);
        List<String> failures = new ArrayList<>();
        outcome.output()
                .lines()
                .filter(line -> line.startsWith("FAIL"))
                .forEach(line -> failures.add(line.substring(6)));
        assertThat(outcome.errors()).contains("CRITICAL bizops: doctor: " + failures.size() + " of ");
        return failures;
    }

    private Cli.Outcome doctor() {
        return call("doctor");
    }

    private void execute(String... statements) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
