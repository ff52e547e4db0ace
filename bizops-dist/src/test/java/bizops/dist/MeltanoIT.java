package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin definitions of examples/meltano are those that the programs print. */
final class MeltanoIT {
    private static final Path EXAMPLE = Path.of("..", "examples", "meltano");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(strings = {"tap-salesforce", "tap-zuora", "tap-marketo", "target-postgres"})
    void aFileIsWhatTheProgramSays(String program) throws Exception {
        Run run = Run.of(Tree.program(program), "--about", "--format", "meltano");

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(EXAMPLE.resolve(program + ".yml"))
                .as("write it anew by the loop in examples/meltano/README.md")
                .hasContent(run.stdout());
        JsonNode about = new ObjectMapper()
                .readTree(Run.of(Tree.program(program), "--about", "--format", "json")
                        .stdout());
        assertThat(YAML.readTree(run.stdout()).path("settings").findValuesAsText("name"))
                .containsExactlyElementsOf(
                        () -> about.path("settings").path("properties").fieldNames());
    }

    @Test
    void theProjectSaysNothingElseOfThem() throws Exception {
        JsonNode plugins =
                YAML.readTree(Files.readString(EXAMPLE.resolve("meltano.yml"))).path("plugins");
        for (String kind : List.of("extractors", "loaders")) {
            for (JsonNode plugin : plugins.path(kind)) {
                JsonNode whole = YAML.readTree(
                        Files.readString(EXAMPLE.resolve(plugin.path("name").asText() + ".yml")));
                assertThat(plugin.path("namespace")).isEqualTo(whole.path("namespace"));
                assertThat(plugin.path("executable")).isEqualTo(whole.path("executable"));
                if (plugin.has("capabilities")) {
                    assertThat(plugin.path("capabilities")).isEqualTo(whole.path("capabilities"));
                }
                Map<String, JsonNode> known = new HashMap<>();
                whole.path("settings")
                        .forEach(setting -> known.put(setting.path("name").asText(), setting));
                for (JsonNode setting : plugin.path("settings")) {
                    String name = setting.path("name").asText();
                    assertThat(known).containsKey(name);
                    for (String fact : List.of("kind", "sensitive", "env")) {
                        assertThat(setting.path(fact))
                                .as(name + " " + fact)
                                .isEqualTo(
                                        Objects.requireNonNull(known.get(name)).path(fact));
                    }
                }
                plugin.path("config")
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(known).containsKey(name));
            }
        }
    }
}
