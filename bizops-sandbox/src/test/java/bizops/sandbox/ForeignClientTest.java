package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The sandbox as jsforce sees it; {@code src/test/js/install.sh} installs jsforce. */
class ForeignClientTest {
    private static final Path SCRIPTS = Path.of("src/test/js").toAbsolutePath();

    @Test
    void jsforceLogsInDescribesReadsAllPagesSeesABadFieldAndQueriesInBulk() throws Exception {
        assumeTrue(
                Files.isDirectory(SCRIPTS.resolve("node_modules/jsforce")),
                "jsforce is not installed: run bizops-sandbox/src/test/js/install.sh");
        assumeTrue(nodeRuns(), "node is not on the path");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.5))) {
            JsonNode seen = run(sandbox);

            assertThat(seen.path("instanceUrl").asText()).isEqualTo(sandbox.url());
            assertThat(texts(seen.path("objects"))).contains("Lead", "OpportunityHistory");
            assertThat(texts(seen.path("leadFields"))).contains("ConvertedDate:date", "Address:address");
            assertThat(texts(seen.path("leadIds")))
                    .hasSizeGreaterThan(400)
                    .containsExactlyInAnyOrderElementsOf(sandbox.truth("Lead").stream()
                            .filter(row -> Boolean.FALSE.equals(row.get("IsDeleted")))
                            .map(row -> String.valueOf(row.get("Id")))
                            .toList());
            assertThat(seen.path("withDeleted").asInt())
                    .isEqualTo(sandbox.truth("Lead").size());
            assertThat(seen.path("found")).hasSize(3);
            assertThat(texts(seen.path("updated"))).isNotEmpty();
            assertThat(seen.at("/badField/code").asText()).isEqualTo("INVALID_FIELD");
            assertThat(texts(seen.path("bulkLeads")))
                    .containsExactlyInAnyOrderElementsOf(sandbox.truth("Lead").stream()
                            .map(row -> row.get("Id") + "|" + row.get("Name") + "|" + row.get("IsDeleted"))
                            .toList());
            assertThat(seen.path("limit").asInt()).isEqualTo(100_000);
        }
    }

    private static JsonNode run(Sandbox sandbox) throws IOException, InterruptedException {
        File errors = File.createTempFile("jsforce", ".err");
        errors.deleteOnExit();
        Process node = new ProcessBuilder(
                        "node", "client.js", sandbox.url(), sandbox.clientId(), sandbox.clientSecret())
                .directory(SCRIPTS.toFile())
                .redirectError(errors)
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(Files.readString(errors.toPath())).isZero();
        return new JsonMapper().readTree(out);
    }

    private static boolean nodeRuns() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
