package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README's pipeline, as they stand there. */
final class ReadmeIT {
    private static final String FENCE = "```";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePipelineOfTheReadmeEndsInAPage() throws Exception {
        String script = blockWith("tap-salesforce --config tap.json");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.1))) {
            configure(sandbox, SharedPostgres.freshDatabase());
            Run seeds = Run.of(
                    Tree.program("bizops-sandbox"),
                    "seeds",
                    "--scale",
                    "0.1",
                    "--out",
                    folder.resolve("my-company").toString());
            assertThat(seeds.exit()).as(seeds.stderr()).isZero();

            Run run = inFolder(script);

            assertThat(run.exit()).as(run.stderr()).isZero();
            assertThat(run.stdout().strip()).endsWith("index.html");
            assertThat(folder.resolve("public").resolve("index.html")).isNotEmptyFile();
            assertThat(folder.resolve("state.json")).content().contains("\"bookmarks\"");
        }
    }

    @Test
    void theStateInTheDatabaseCarriesASecondRun() throws Exception {
        String script = blockWith("bizops state export");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.1))) {
            TestDatabase database = SharedPostgres.freshDatabase();
            configure(sandbox, database);

            Run first = inFolder(script);
            Run second = inFolder(script);

            assertThat(first.exit()).as(first.stderr()).isZero();
            assertThat(first.stderr()).contains("no state \"salesforce\" is stored");
            assertThat(second.exit()).as(second.stderr()).isZero();
            assertThat(second.stderr()).doesNotContain("is stored; {}");
            List<String> states = Files.readAllLines(folder.resolve("states.log"));
            assertThat(second.stdout())
                    .contains("value       " + states.get(states.size() - 1) + "\n")
                    .contains("running     no\n");
            assertThat(second.stdout().lines().filter(line -> line.contains("\ttarget-postgres\t")))
                    .hasSize(2);
        }
    }

    @Test
    void zuoraAndMarketoLandAsTheReadmeSays() throws Exception {
        String script = blockWith("tap-zuora --config zuora.json");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            TestDatabase database = SharedPostgres.freshDatabase();
            VendorFiles.write(folder, sandbox, database);

            Run run = inFolder(script);

            assertThat(run.exit()).as(run.stderr()).isZero();
            assertThat(LoadedTables.rows(database, "raw_zuora")).containsKeys("account", "subscription");
            assertThat(LoadedTables.rows(database, "raw_marketo")).containsKeys("leads", "activities");
            assertThat(folder.resolve("zuora.states")).content().contains("\"bookmarks\"");
            assertThat(folder.resolve("marketo.states")).content().contains("\"bookmarks\"");
        }
    }

    private Run inFolder(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), "cd \"$1\"\n" + script);
        String path = Tree.HOME.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        return Run.of(Map.of("PATH", path), Path.of("/bin/bash"), "-e", file.toString(), folder.toString());
    }

    private void configure(Sandbox sandbox, TestDatabase database) throws Exception {
        ObjectMapper json = new ObjectMapper();
        json.writeValue(
                folder.resolve("tap.json").toFile(),
                Map.of(
                        "login_url", sandbox.url(),
                        "client_id", sandbox.clientId(),
                        "client_secret", sandbox.clientSecret(),
                        "streams_to_discover", json.readTree(streams())));
        Map<String, Object> warehouse = database.settings();
        json.writeValue(folder.resolve("warehouse.json").toFile(), warehouse);
        warehouse.put("default_target_schema", "raw_salesforce");
        json.writeValue(folder.resolve("target.json").toFile(), warehouse);
    }

    private static String streams() throws Exception {
        String marker = "`streams_to_discover`: `";
        String readme = Files.readString(Path.of("..", "README.md"));
        int start = readme.indexOf(marker) + marker.length();
        return readme.substring(start, readme.indexOf('`', start));
    }

    private static String blockWith(String command) throws Exception {
        List<String> blocks =
                List.of(Files.readString(Path.of("..", "README.md")).split(FENCE, -1));
        String block = blocks.stream()
                .filter(text -> text.startsWith("sh\n") && text.contains(command))
                .findFirst()
                .orElseThrow();
        return block.substring("sh\n".length());
    }
}
