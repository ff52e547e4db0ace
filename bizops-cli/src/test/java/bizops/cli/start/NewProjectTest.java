package bizops.cli.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.project.TapSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewProjectTest {
    private static final Map<String, String> DATABASE = Map.of("PG_DATABASE", "d", "PG_USERNAME", "u");

    @TempDir
    private Path folder = Path.of("");

    private List<Path> written = List.of();

    @BeforeEach
    void write() throws Exception {
        written = new NewProject(folder.resolve("new")).write();
    }

    @Test
    void itIsReadWithoutAComplaintInEveryEnvironment() {
        List<String> warnings = new ArrayList<>();
        Project project = Project.read(folder.resolve("new/bizops.yml"), DATABASE, warnings::add);

        Job dev = project.job("", "");

        assertThat(warnings).isEmpty();
        assertThat(dev.taps()).extracting(TapSpec::name).containsExactly("salesforce", "zuora", "marketo");
        assertThat(dev.taps())
                .allSatisfy(tap -> assertThat(
                                tap.program().settings().path("client_secret").asText())
                        .startsWith("sandbox"));
        assertThat(project.job("nightly", "branch").taps()).isEmpty();
        assertThat(project.job("nightly", "prod").environment().schemaPrefix()).contains("");
    }

    @Test
    void whatHoldsSecretsIsForItsUserAloneAndOutOfGit() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/.env"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("new/.gitignore"))
                .content()
                .contains(".env\n")
                .contains(".bizops/\n");
        assertThat(folder.resolve("new/bizops.yml")).content().doesNotContain("andboxDemo");
    }

    @Test
    void nothingThatIsThereIsTouched() throws Exception {
        for (Path file : written) {
            if (!file.endsWith("README.md")) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> new NewProject(folder.resolve("new")).write())
                .hasMessageContaining("there is already README.md in ");
        assertThat(folder.resolve("new/bizops.yml")).doesNotExist();
    }
}
