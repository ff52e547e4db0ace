package bizops.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/projects.md, and docs/alerts.md to which it leads, say what is so. */
final class ProjectDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "projects.md");
    private static final Path ALERTS = Path.of("..", "docs", "alerts.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itsExampleIsRight() throws Exception {
        String page = Files.readString(PAGE);
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        Path file = Files.writeString(folder.resolve("bizops.yml"), example.substring(0, example.indexOf("```")));
        Files.writeString(folder.resolve("shop.json"), "{}");
        Map<String, String> variables =
                Map.of("PG_PASSWORD", "p", "SFDC_CLIENT_ID", "id", "SFDC_CLIENT_SECRET", "secret-of-crm");

        Project project = Project.read(file, variables, line -> {});

        for (String environment : Set.of("dev", "branch", "prod")) {
            assertThat(project.job("nightly", environment).report()).isPresent();
        }
    }

    @Test
    void everyKeyIsDescribed() throws Exception {
        String page = Files.readString(PAGE) + Files.readString(ALERTS);
        JSONObject schema = new JSONObject(ProjectSchema.text());
        Set<String> keys = new TreeSet<>(schema.getJSONObject("properties").keySet());
        JSONObject definitions = schema.getJSONObject("definitions");
        for (String definition : definitions.keySet()) {
            JSONObject properties = definitions.getJSONObject(definition).optJSONObject("properties");
            if (properties != null) {
                keys.addAll(properties.keySet());
            }
        }

        assertThat(keys)
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(page).containsPattern("`" + key + "[`:]"));
    }
}
