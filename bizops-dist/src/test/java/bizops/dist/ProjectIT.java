package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project, from {@code bizops init} to the page, as its README says, against a sandbox of all three vendors. */
final class ProjectIT {
    private static final String ADDRESS = "http://127.0.0.1:8123";

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void aNewProjectRunsAndTheNextRunLoadsTheDifference() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            assertThat(Run.in(folder, Map.of(), Tree.program("bizops"), "init").exit())
                    .isZero();
            Path variables = folder.resolve(".env");
            Files.writeString(variables, Files.readString(variables).replace(ADDRESS, sandbox.url()));

            Run doctor = bizops("doctor");
            Run first = bizops("run");
            Run second = bizops("run", "--full-refresh", "salesforce:Lead");
            Run history = bizops("history", "--json");
            loseALead();
            Run audit = bizops("audit", "--stream", "Lead", "--stream", "Invoice");

            assertThat(doctor.exit()).as(doctor.stdout()).isZero();
            assertThat(doctor.stdout()).contains("tap salesforce      reads a record of every selected stream\n");
            assertThat(first.exit()).as(first.stderr()).isZero();
            assertThat(first.stdout()).contains("salesforce       done in ").endsWith("done\n");
            assertThat(folder.resolve("public/index.html")).isNotEmptyFile();
            assertThat(LoadedTables.rows(database, "raw_salesforce")).isNotEmpty();
            assertThat(second.exit()).as(second.stderr()).isZero();
            assertThat(history.stdout().lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"pipeline\":\"nightly\"") && line.contains("\"exit_code\":0"));
            assertThat(audit.exit()).as(audit.stderr()).isEqualTo(1);
            assertThat(audit.stdout().lines())
                    .hasSize(2)
                    .satisfiesExactly(
                            lead -> assertThat(lead)
                                    .startsWith("DIFF  salesforce.Lead ")
                                    .contains("rows: vendor "),
                            invoice -> assertThat(invoice).startsWith("OK    zuora.Invoice "));
            assertThat(first.stderr() + first.stdout()).doesNotContain(sandbox.clientSecret());
        }
    }

    private void loseALead() throws SQLException {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            int lost = statement.executeUpdate("DELETE FROM raw_salesforce.lead WHERE id ="
                    + " (SELECT min(id) FROM raw_salesforce.lead WHERE NOT isdeleted)");
            assertThat(lost).isEqualTo(1);
        }
    }

    private Run bizops(String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("PG_ADDRESS", database.host());
        environment.put("PG_PORT", Integer.toString(database.port()));
        environment.put("PG_DATABASE", database.name());
        environment.put("PG_USERNAME", database.user());
        environment.put("PG_PASSWORD", database.password());
        return Run.in(folder, environment, Tree.program("bizops"), arguments);
    }
}
