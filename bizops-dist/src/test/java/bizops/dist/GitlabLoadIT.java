package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the GitLab example, with the variables of its README, as a runner would call it. */
final class GitlabLoadIT {
    private static final Path EXAMPLE = Path.of("..", "examples", "gitlab").toAbsolutePath();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void loadsEverythingThenTheDifferenceAndKeepsTheStateOfAFailedRun() throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        try (Company company = Company.start(directory.resolve("sandbox.log"))) {
            Map<String, String> variables = variables(company, database);
            Catalogs.select(
                    Catalogs.discover(variables), directory.resolve("catalog-salesforce.json"), "Lead", "Campaign");
            Path state = directory.resolve("state").resolve("salesforce.json");

            Run first = load(variables);
            assertThat(first.exit()).as(first.stderr()).isZero();
            assertThat(LoadedTables.rows(database)).containsOnlyKeys("campaign", "lead");
            String acknowledged = Files.readString(state);
            Map<String, String> broken = new TreeMap<>(variables);
            broken.put("PG_PASSWORD", "no such password");

            Run failed = load(broken);
            assertThat(failed.exit()).isNotZero();
            assertThat(failed.stderr()).doesNotContain("no such password");
            assertThat(state).hasContent(acknowledged);

            Run second = load(variables);
            assertThat(second.exit()).as(second.stderr()).isZero();
            assertThat(LoadedTables.count(database)).isPositive();
        }
    }

    private Run load(Map<String, String> variables) throws Exception {
        Path script = directory.resolve("load.sh");
        if (!Files.exists(script)) {
            Files.copy(EXAMPLE.resolve("load.sh"), script, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        return Run.in(directory, variables, script);
    }

    private static Map<String, String> variables(Company company, TestDatabase database) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PATH", Tree.HOME.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        variables.put("PG_ADDRESS", database.host());
        variables.put("PG_PORT", Integer.toString(database.port()));
        variables.put("PG_DATABASE", database.name());
        variables.put("PG_USERNAME", database.user());
        variables.put("PG_PASSWORD", database.password());
        variables.put("SFDC_URL", company.url());
        variables.put("SFDC_CLIENT_ID", company.clientId());
        variables.put("SFDC_CLIENT_SECRET", company.clientSecret());
        return variables;
    }
}
