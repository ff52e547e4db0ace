package bizops.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlertSectionTest {
    private static final String REST = """
            taps: {a: {command: tap-a}}
            targets: {b: {command: target-b}}
            pipelines: {all: {taps: [a], target: b}}
            environments: {dev: {alerts: false}, prod: {}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHookAndItsLimitsAreRead() throws Exception {
        AlertSpec spec = job(
                        "alerts: {command: [./tell, --all], prometheus_folder: metrics, stale_hours: 5,"
                                + " volume_drop_percent: 50, volume_min_rows: 7, ignore: ['stale/*']}",
                        "prod")
                .alerts()
                .orElseThrow();

        assertThat(spec.command()).containsExactly(folder.resolve("./tell").toString(), "--all");
        assertThat(spec.prometheus()).contains(folder.resolve("metrics"));
        assertThat(spec.stale()).isEqualTo(Duration.ofHours(5));
        assertThat(List.of(spec.dropPercent(), spec.dropRows(), spec.ignore()))
                .isEqualTo(List.of(50, 7L, List.of("stale/*")));
    }

    @Test
    void anAddressIsASecretAndItsPathIsOneToo() throws Exception {
        AlertSpec spec = job("alerts: {url: '${HOOK}'}", "prod").alerts().orElseThrow();

        assertThat(spec.url()).contains("https://chat.example/services/T0/abcdef");
        assertThat(Redactor.redact("POST https://chat.example/services/T0/abcdef failed"))
                .isEqualTo("POST *** failed");
        assertThat(Redactor.redact("no /services/T0/abcdef there")).isEqualTo("no *** there");
    }

    @Test
    void anEnvironmentMayWantNone() throws Exception {
        assertThat(job("alerts: {url: '${HOOK}'}", "dev").alerts()).isEmpty();
        assertThat(job("", "prod").alerts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{url: https://chat.example/abc} | alerts.url: whoever has this address can post there; write ${VARIABLE}",
                "{url: '${HOOK}', command: tell} | alerts.command: there is a url already; keep one of them",
                "{stale_hours: 3} | alerts: tells nobody; give url, command or prometheus_folder",
                "{url: '${PLAIN}'} | alerts.url: must be an address that begins with https://",
                "{url: '${HOOK}x y'} | alerts.url: must be an address that begins with https://",
                "{url: '${NONE}'} | variable NONE is not set",
                "{urls: x} | alerts.urls: unknown key; did you mean url?",
                "{command: tell, stale_hours: 0} | alerts.stale_hours: ",
                "{command: tell, volume_drop_percent: 101} | alerts.volume_drop_percent: ",
            })
    void whatIsWrongIsToldAtItsLine(String alerts, String message) {
        assertThatThrownBy(() -> job("alerts: " + alerts, "prod"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("bizops.yml, line 5, alerts")
                .hasMessageContaining(message)
                .hasMessageNotContaining("abcdef");
    }

    private Job job(String alerts, String environment) throws IOException {
        Path file = Files.writeString(folder.resolve("bizops.yml"), REST + alerts + "\n");
        Map<String, String> variables =
                Map.of("HOOK", "https://chat.example/services/T0/abcdef", "PLAIN", "http://chat.example/abcdef");
        return Project.read(file, variables, warning -> {}).job("all", environment);
    }
}
