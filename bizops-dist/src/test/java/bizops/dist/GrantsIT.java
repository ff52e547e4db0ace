package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pipeline whose loads, builds and pages log in as roles of {@code bizops grants}: each may do its part and no more, and
 * nothing secret is on a command line meanwhile.
 */
final class GrantsIT {
    private static final String PASSWORD = "planted-password-of-a-login";
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final List<String> LOGINS = List.of("etl", "builder", "site", "person");
    private static final String PROJECT = """
            warehouse: {user: etl, password: "${LOGIN_PASSWORD}"}
            taps:
              salesforce:
                command: tap-salesforce
                settings:
                  login_url: ${SALESFORCE_URL}
                  client_id: ${SALESFORCE_CLIENT_ID}
                  client_secret: ${SALESFORCE_CLIENT_SECRET}
                  streams_to_discover: [Account, Contact, Lead, Campaign, CampaignMember, Opportunity, OpportunityContactRole, OpportunityHistory, User]
                select: ["*"]
            targets: {warehouse: {command: target-postgres}}
            transform: {seeds: seeds, settings: {user: builder}}
            report: {settings: {user: site}}
            pipelines: {nightly: {taps: [salesforce], target: warehouse}}
            grants:
              warehouse: {user: postgres, password: "${PG_PASSWORD}"}
              loader: {members: [etl]}
              transformer: {members: [builder]}
              reader: {members: [site, person]}
              auditor: {members: [site]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void everyProgramDoesItsPartUnderItsOwnRoleAndNothingElse() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            makeProject(sandbox);

            Run applied = bizops("grants", "apply");
            Set<String> commandLines = new ConcurrentSkipListSet<>();
            Run run = watched(commandLines, "run", "--strict");
            Run plan = bizops("grants", "plan", "--check");

            assertThat(applied.exit()).as(applied.stderr()).isZero();
            assertThat(applied.stdout()).doesNotContain(PASSWORD);
            assertThat(run.exit()).as(run.stdout() + run.stderr()).isZero();
            assertThat(folder.resolve("public/index.html")).isNotEmptyFile();
            assertThat(plan.stdout())
                    .as("what a build swaps in keeps its rights")
                    .isEmpty();
            assertThat(plan.exit()).as(plan.stderr()).isZero();
            for (String program : List.of("tap-salesforce", "target-postgres", "bizops-transform", "bizops-report")) {
                assertThat(commandLines).anyMatch(line -> line.contains(program));
            }
            assertThat(commandLines)
                    .noneMatch(line -> line.contains(PASSWORD)
                            || line.contains(sandbox.clientSecret())
                            || line.contains(database.password()));
            rolesMayDoNoMore();
        }
    }

    private void rolesMayDoNoMore() throws SQLException {
        List<String> marts = column("SELECT format('SELECT * FROM marts.%I LIMIT 1', relname) FROM pg_class"
                + " WHERE relnamespace = 'marts'::regnamespace AND relkind IN ('r', 'v')");
        assertThat(marts).hasSizeGreaterThan(50);
        may("person", marts.toArray(String[]::new));
        refused("person", "SELECT * FROM core.lead", "SELECT * FROM raw_salesforce.lead", "SELECT * FROM bizops.state");
        refused("person", "SET TRANSACTION READ WRITE; DELETE FROM marts.sao");
        may("site", "SELECT * FROM bizops.pipeline_run");
        refused("etl", "SELECT * FROM marts.sao", "DELETE FROM bizops.build", "CREATE SCHEMA mine");
        refused("builder", "DELETE FROM raw_salesforce.lead", "UPDATE bizops.state SET value = ''");
        assertThatThrownBy(() -> may("person", "SET ROLE bizops_transformer")).isInstanceOf(SQLException.class);
    }

    private void makeProject(Sandbox sandbox) throws Exception {
        assertThat(Run.in(folder, Map.of(), Tree.program("bizops"), "init").exit())
                .isZero();
        Path variables = folder.resolve(".env");
        Files.writeString(
                variables,
                Files.readString(variables).replace("http://127.0.0.1:8123", sandbox.url()) + "LOGIN_PASSWORD="
                        + PASSWORD + "\n");
        Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("bizops.yml"), PROJECT);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String login : LOGINS) {
                statement.execute("CREATE ROLE " + login + " LOGIN PASSWORD '" + PASSWORD + "'");
            }
        }
    }

    /** Runs it and notes the command lines of all processes that it starts. */
    private Run watched(Set<String> commandLines, String... arguments) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread watcher = new Thread(() -> {
            while (!done.get()) {
                ProcessHandle.current().descendants().forEach(child -> {
                    try {
                        commandLines.add(Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                                .replace('\0', ' '));
                    } catch (IOException ended) {
                        commandLines.add(child.info().commandLine().orElse(""));
                    }
                });
                // No program ends within this time.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        watcher.start();
        try {
            return bizops(arguments);
        } finally {
            done.set(true);
            watcher.join();
        }
    }

    private Run bizops(String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("PG_ADDRESS", database.host());
        environment.put("PG_PORT", Integer.toString(database.port()));
        environment.put("PG_DATABASE", database.name());
        environment.put("PG_PASSWORD", database.password());
        return Run.in(folder, environment, Tree.program("bizops"), arguments);
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void may(String login, String... statements) throws SQLException {
        String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
        try (Connection connection = DriverManager.getConnection(url, login, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void refused(String login, String... statements) {
        for (String sql : statements) {
            assertThatThrownBy(() -> may(login, sql))
                    .as("%s: %s", login, sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}
