package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/pipelines.md, as they stand there, against a sandbox of all three vendors. */
final class PipelinesIT {
    private static final List<String> RAW = List.of("raw_marketo", "raw_salesforce", "raw_zuora");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theThreeTapsLandInSchemasOfTheirOwnOneAfterTheOther() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            TestDatabase database = SharedPostgres.freshDatabase();
            VendorFiles.write(folder, sandbox, database);

            Run run = inFolder(block("for vendor", "|| failed=$?\ndone"));

            assertThat(run.exit()).as(run.stderr()).isZero();
            assertThat(landed(database)).isEqualTo(RAW);
        }
    }

    @Test
    void sideBySideOneThatFailsLeavesTheOthersAlone() throws Exception {
        try (Sandbox sandbox = sandbox()) {
            TestDatabase database = SharedPostgres.freshDatabase();
            VendorFiles.write(folder, sandbox, database);
            VendorFiles.zuora(folder, sandbox, Map.of("client_secret", "not the secret"));

            Run run = inFolder(block("for vendor", "&\n    runs[$!]=$vendor"));

            assertThat(run.exit()).as(run.stderr()).isNotZero();
            assertThat(run.stderr()).contains("zuora ended with ").doesNotContain("not the secret");
            assertThat(landed(database)).containsExactly("raw_marketo", "raw_salesforce");
        }
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.defaults().scale(0.02));
    }

    private static List<String> landed(TestDatabase database) throws Exception {
        List<String> landed = new ArrayList<>();
        for (String schema : RAW) {
            if (!LoadedTables.rows(database, schema).isEmpty()) {
                landed.add(schema);
            }
        }
        return landed;
    }

    private Run inFolder(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), "cd \"$1\"\n" + script);
        String path = Tree.HOME.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        return Run.of(Map.of("PATH", path), Path.of("/bin/bash"), file.toString(), folder.toString());
    }

    /** The block of shell commands that has all these texts. */
    private static String block(String... texts) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "pipelines.md"));
        return List.of(page.split("```", -1)).stream()
                .filter(block -> block.startsWith("sh\n"))
                .filter(block -> List.of(texts).stream().allMatch(block::contains))
                .findFirst()
                .orElseThrow()
                .substring("sh\n".length());
    }
}
