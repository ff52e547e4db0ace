package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ListCommandTest {
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

    @Test
    void namesWhatAPageMayUse() {
        assertThat(list("--project", "../examples/report")).isEqualTo(ExitCode.OK);

        assertThat(stdout.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .contains("measures", "cubes", "pages")
                .contains("  days_to_convert  days  Median days  by month, lead_source")
                .contains("  lead_speed  sums  by month, lead_source  new_leads, quick_leads, converted_leads")
                .contains("  monday  Monday", "  definitions  Definitions");
    }

    @Test
    void namesTheProgramsOwnWithoutAProject() {
        assertThat(list()).isEqualTo(ExitCode.OK);

        assertThat(stdout.toString(StandardCharsets.UTF_8)).contains("  cac ").doesNotContain("days_to_convert");
    }

    private ExitCode list(String... arguments) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                stdout,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Map.of());
        List<String> line = new ArrayList<>(List.of("list"));
        line.addAll(List.of(arguments));
        return Launcher.run(Main.program(), terminal, line);
    }
}
