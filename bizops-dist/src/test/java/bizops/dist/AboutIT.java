package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What taps and targets tell of themselves, for people and for other tools. */
final class AboutIT {
    static List<String> tapsAndTargets() throws IOException {
        return Tree.programs().stream()
                .filter(name -> name.startsWith("tap-") || name.startsWith("target-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tapsAndTargets")
    void isJsonWithTheSettingsAsASchema(String program) throws Exception {
        Run run = Run.of(Tree.program(program), "--about", "--format", "json");

        assertThat(run.exit()).as(run.stderr()).isZero();
        JsonNode about = new ObjectMapper().readTree(run.stdout());
        assertThat(about.path("name").asText()).isEqualTo(program);
        assertThat(about.path("capabilities")).isNotEmpty();
        assertThat(about.path("settings").path("properties"))
                .isNotEmpty()
                .allSatisfy(setting ->
                        assertThat(setting.path("description").asText()).isNotBlank());
        assertThat(run.stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tapsAndTargets")
    void isMarkdownThatNamesEverySetting(String program) throws Exception {
        JsonNode about = new ObjectMapper()
                .readTree(Run.of(Tree.program(program), "--about", "--format", "json")
                        .stdout());

        Run run = Run.of(Tree.program(program), "--about", "--format", "markdown");

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(run.stdout()).startsWith("# ");
        about.path("settings")
                .path("properties")
                .fieldNames()
                .forEachRemaining(setting -> assertThat(run.stdout()).contains(setting));
    }
}
