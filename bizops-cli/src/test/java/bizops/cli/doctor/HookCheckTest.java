package bizops.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.cli.project.AlertSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HookCheckTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCommandAndAFolderThatAreThereAreWell() {
        assertThat(findings("sh", folder))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.OK, Finding.Level.OK);
    }

    @Test
    void whatIsMissingIsNamedWithItsRemedy() {
        assertThat(findings(folder.resolve("tell").toString(), folder.resolve("none")))
                .extracting(Finding::line)
                .satisfiesExactly(
                        command ->
                                assertThat(command).startsWith("WARN  alerts ").contains("tell; correct the path"),
                        metrics ->
                                assertThat(metrics).startsWith("WARN  alerts ").contains("none; make the folder"));
    }

    private List<Finding> findings(String command, Path metrics) {
        AlertSpec spec = new AlertSpec(
                Optional.empty(),
                List.of(command),
                folder,
                Map.of("PATH", System.getenv("PATH")),
                Optional.of(metrics),
                Duration.ofHours(1),
                80,
                100,
                List.of());
        return new HookCheck(spec).findings();
    }
}
