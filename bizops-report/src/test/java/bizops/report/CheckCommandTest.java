package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "report");

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @TempDir
    Path project;

    @Test
    void theExampleHasNoMistake() {
        assertThat(check(EXAMPLE)).isEqualTo(ExitCode.OK);
        assertThat(stderr.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(stdout.toString(StandardCharsets.UTF_8))
                .matches("[0-9]+ pages, [0-9]+ tiles, [0-9]+ measures, [0-9]+ cubes: no mistake\\n");
    }

    @Test
    void theProgramsOwnSiteIsThereWithoutAnyFileOfTheUsers() {
        assertThat(check(project)).isEqualTo(ExitCode.OK);
    }

    @Test
    void everyMistakeIsALineOfStandardError() throws IOException {
        Path page = Files.createDirectories(project.resolve("pages")).resolve("own.md");
        Files.writeString(page, "---\ntitel: Own\n---\n\n```tile\ntitle: Cost\nmeasures: [cak]\n```\n");
        Files.writeString(project.resolve("site.yml"), "period: ever\n");

        assertThat(check(project)).isEqualTo(ExitCode.FAILURE);
        assertThat(stdout.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(stderr.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "CRITICAL bizops-report: pages/own.md:2: unknown key \"titel\", did you mean \"title\"?",
                        "CRITICAL bizops-report: pages/own.md:2: \"title\" is missing",
                        "CRITICAL bizops-report: pages/own.md:7: tile \"Cost\": unknown measure \"cak\", did you mean"
                                + " \"cac\"?",
                        "CRITICAL bizops-report: site.yml:1: unknown period \"ever\"; known: last_12_months,"
                                + " year_to_date, all");
    }

    @Test
    void aUsersCubeThatLacksWhatTheProgramsMeasuresNeedIsToldAtTheirLines() throws IOException {
        Path cube = Files.createDirectories(project.resolve("cubes")).resolve("campaign_facts.sql");
        Files.writeString(
                cube, "/*\ntitle: mine\ndimensions: [month]\nsums: [spend?]\n*/\nselect month, spend from x\n");

        assertThat(check(project)).isEqualTo(ExitCode.FAILURE);
        assertThat(stderr.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("CRITICAL bizops-report: built-in/(measures|pages)/.*:[0-9]+: .*"));
    }

    private ExitCode check(Path folder) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of());
        return Launcher.run(Main.program(), terminal, List.of("check", "--project", folder.toString()));
    }
}
