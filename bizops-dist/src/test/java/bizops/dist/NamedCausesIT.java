package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may be wrong on a Monday morning, planted for the real programs: {@code bizops run} or {@code bizops doctor} names
 * the cause, where it is and what to do in one line, and quotes no secret.
 */
final class NamedCausesIT {
    private static final String WRONG = "wr0ng-S3cret";

    private static @Nullable Sandbox started;

    /** What {@code bizops discover} kept while all was well. */
    @TempDir
    private static Path kept = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @BeforeAll
    static void discoverWhileAllIsWell() throws Exception {
        started = Sandbox.start(SandboxOptions.defaults().scale(0.02));
        NightlyProject project =
                new NightlyProject(kept, kept.resolve("logs"), sandbox(), SharedPostgres.freshDatabase());
        Run discover = project.bizops("discover");
        assertThat(discover.exit()).as(discover.stderr()).isZero();
    }

    @AfterAll
    static void stopTheSandbox() {
        sandbox().close();
    }

    @AfterEach
    void mendTheSandbox() {
        sandbox().clearFaults();
    }

    @Test
    void anObjectThatTheUserMayNoLongerRead() throws Exception {
        NightlyProject project = project().keeping(kept);
        sandbox().fault(Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Lead"));

        named(project.bizops("run", "load"), "FAILED tap crm", "stream \"Lead\"", "grant the user read access");
    }

    @Test
    void aFieldThatTheVendorRenamed() throws Exception {
        NightlyProject project = project().keeping(kept);
        sandbox().fault(Fault.of(SalesforceFault.FIELD_HIDDEN).object("Lead").field("Company"));

        named(project.bizops("doctor", "load"), "FAIL ", "Lead.Company", "renamed", "bizops discover crm");
    }

    @Test
    void aSecretThatExpired() throws Exception {
        NightlyProject project = project().with("SALESFORCE_CLIENT_SECRET", WRONG);

        named(project.bizops("run", "load"), "FAILED tap crm", "login failed", "check 'client_id' and 'client_secret'");
    }

    @Test
    void aQuotaThatIsSpent() throws Exception {
        sandbox().fault(Fault.of(SalesforceFault.QUOTA_REACHED));

        named(project().bizops("run", "load"), "FAILED tap crm (75)", "quota of API calls", "run again later");
    }

    @Test
    void aProxyThatIsDead() throws Exception {
        String proxy = "127.0.0.1:" + closedPort();
        NightlyProject project =
                project().with("SALESFORCE_URL", "http://vendor.example").with("HTTP_PROXY", "http://" + proxy);

        named(
                project.bizops("doctor", "load", "--quick"),
                "FAIL ",
                "proxy " + proxy + " of the variable HTTP_PROXY",
                "correct or unset it");
    }

    @Test
    void aClockThatIsOff() throws Exception {
        named(
                project().bizops("doctor", "load", "--quick"),
                "WARN  clock",
                "s off " + sandbox().url(),
                "NTP");
    }

    @Test
    void aRoleThatTheDatabaseDoesNotHave() throws Exception {
        NightlyProject project = project().with("PG_USERNAME", "loader_of_old");

        named(project.bizops("run", "load"), "CRITICAL bizops", database.host(), "loader_of_old", "CREATE ROLE");
    }

    @Test
    void aSchemaWithoutRights() throws Exception {
        execute(
                "CREATE SCHEMA raw_salesforce",
                "CREATE ROLE monday_reader LOGIN PASSWORD '" + WRONG + "'",
                "GRANT CREATE ON DATABASE " + database.name() + " TO monday_reader");
        NightlyProject project = project().with("PG_USERNAME", "monday_reader").with("PG_PASSWORD", WRONG);

        named(project.bizops("doctor", "load", "--quick"), "FAIL ", "schema raw_salesforce", "GRANT USAGE, CREATE");
    }

    @Test
    void aPrefixUnderWhichNothingIs() throws Exception {
        named(
                project().bizops("doctor", "build", "--quick", "--environment", "elsewhere"),
                "FAIL ",
                "schema elsewhere_raw_salesforce is not there",
                "raw_prefix of environment elsewhere");
    }

    @Test
    void aLockThatIsHeld() throws Exception {
        NightlyProject project = project();
        sandbox().fault(Fault.of(TransportFault.STALL).path("/services/oauth2").seconds(600));
        Process first = project.start();
        try {
            while (!"t"
                    .equals(value("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')"
                            + " AND to_regclass('bizops.pipeline_run') IS NOT NULL"))) {
                TimeUnit.MILLISECONDS.sleep(50);
            }

            named(
                    project.bizops("run", "load"),
                    "CRITICAL bizops",
                    "prod/load",
                    "process ",
                    "run again when it has ended");
        } finally {
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDiskOfTheDatabaseThatIsFull() throws Exception {
        try (SmallDisk disk = smallDisk()) {
            NightlyProject project = project(disk.database(), folder.resolve("logs"));
            disk.fill(100_000);

            named(
                    project.bizops("run", "load"),
                    "CRITICAL bizops",
                    "disk of the database's server is full",
                    "make room");
        }
    }

    @Test
    void aDiskOfTheLogsThatIsFull() throws Exception {
        try (SmallDisk disk = smallDisk()) {
            Path logs = disk.folder().resolve("logs");
            NightlyProject project = project(database, logs);
            disk.fill(0);

            named(project.bizops("run", "load"), "WARNING bizops: the log in " + logs, "make room");
        }
    }

    private static Sandbox sandbox() {
        return Objects.requireNonNull(started);
    }

    private NightlyProject project() throws IOException {
        return project(database, folder.resolve("logs"));
    }

    private NightlyProject project(TestDatabase warehouse, Path logs) throws IOException {
        return new NightlyProject(folder.resolve("project"), logs, sandbox(), warehouse);
    }

    /** Exactly one line begins so, and it names all of these. */
    private static void named(Run run, String begin, String... names) {
        String all = run.stdout() + run.stderr();
        List<String> lines = all.lines().filter(line -> line.startsWith(begin)).toList();
        assertThat(lines).as(all).hasSize(1);
        System.err.println("named: " + lines.get(0));
        assertThat(lines.get(0)).contains(names).contains("; ");
        ErrorLine.clean(all, WRONG, sandbox().clientSecret());
    }

    private void execute(String... statements) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String value(String sql) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private static SmallDisk smallDisk() throws Exception {
        try {
            return SmallDisk.mount(SharedPostgres.get());
        } catch (IOException mayNot) {
            return abort("not tried: " + mayNot.getMessage());
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
