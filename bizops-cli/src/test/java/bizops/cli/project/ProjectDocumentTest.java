package bizops.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/projects.md, and the pages to which it leads, say what is so. */
final class ProjectDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "projects.md");
    private static final Path ALERTS = Path.of("..", "docs", "alerts.md");
    private static final Path GRANTS = Path.of("..", "docs", "grants.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itsExampleIsRight() throws Exception {
        Path file = Files.writeString(folder.resolve("bizops.yml"), example(PAGE));
        Files.writeString(folder.resolve("shop.json"), "{}");
        Map<String, String> variables =
                Map.of("PG_PASSWORD", "p", "SFDC_CLIENT_ID", "id", "SFDC_CLIENT_SECRET", "secret-of-crm");

        Project project = Project.read(file, variables, line -> {});

        for (String environment : Set.of("dev", "branch", "prod")) {
            assertThat(project.job("nightly", environment).report()).isPresent();
        }
    }

    @Test
    void theExampleOfGrantsIsRight() throws Exception {
        Path file = Files.writeString(folder.resolve("bizops.yml"), """
                taps: {crm: {command: tap-salesforce}}
                targets: {warehouse: {command: target-postgres}}
                pipelines: {nightly: {taps: [crm], target: warehouse}}
                """ + example(GRANTS));
        Map<String, String> variables = Map.of("PG_ADMIN_PASSWORD", "a", "DBT_PASSWORD", "d", "PG_PASSWORD", "p");

        Project project = Project.read(file, variables, line -> {});

        assertThat(project.grants("").role(Duty.READER)).isEqualTo("bizops_reader");
    }

    private static String example(Path document) throws IOException {
        String page = Files.readString(document);
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        return example.substring(0, example.indexOf("```"));
    }

    @Test
    void everyKeyIsDescribed() throws Exception {
        String page = Files.readString(PAGE) + Files.readString(ALERTS) + Files.readString(GRANTS);
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
