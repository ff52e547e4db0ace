package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code bizops discover} and {@code select}: catalogs as files. */
final class CatalogCommandTest extends PipelineTest {
    private static final String PROJECT = """
            taps: {a: {command: ./tap.py, settings: {name: a}%s}}
            @TARGET
            pipelines: {all: {taps: [a], target: file}}
            """;

    @Test
    void patternsAreAppliedWhereverTheCatalogIsWritten() throws Exception {
        folder.project(PROJECT.formatted(", select: [numbers, '!numbers.secret']"));

        Cli.Outcome discovered = call("discover");
        folder.project(PROJECT.formatted(", select: ['*.n']"));
        Cli.Outcome selected = call("select", "a");

        assertThat(discovered.output()).isEqualTo("a: 2 streams, 1 selected, in " + catalog() + "\n");
        assertThat(selected.output())
                .isEqualTo("a: 2 streams, 2 selected, in " + catalog()
                        + "\n  numbers: 1 of 2 fields\n  letters: 1 of 2 fields\n");
        assertThat(call("select", "b").errors()).contains("bizops.yml has no tap 'b' (a)");
        assertThat(call("run").code()).isEqualTo(ExitCode.OK);
        assertThat(folder.text("a.calls")).contains("--catalog ");
    }

    @Test
    void choicesByHandOutliveTheNextDiscoveryWhichSaysWhatChanged() throws Exception {
        folder.project(PROJECT.formatted(""));
        Files.createDirectories(folder.path("catalogs"));
        Files.writeString(catalog(), """
                {"streams": [
                  {"tap_stream_id": "numbers", "schema": {"properties": {"n": {}, "old": {}}},
                   "metadata": [{"breadcrumb": [], "metadata": {"selected": true}}]},
                  {"tap_stream_id": "words", "schema": {}, "metadata": []}]}
                """);
        String script = folder.text("tap.py")
                .replace(
                        "\"metadata\": []}",
                        "\"metadata\": [{\"breadcrumb\": [], \"metadata\": {\"inclusion\": \"available\"}}]}");
        folder.script("tap.py", script);

        Cli.Outcome outcome = call("discover", "a");

        assertThat(outcome.output())
                .isEqualTo("a: 2 streams, 1 selected, in " + catalog()
                        + "\n  new: letters\n  gone: words\n  new: numbers.secret\n  gone: numbers.old\n");
        assertThat(catalog())
                .content()
                .contains("\"inclusion\" : \"available\",\n")
                .contains("\"selected\" : true");
    }

    @Test
    void aTapThatCannotSayIsNamedAndTheFileStays() throws Exception {
        folder.project(PROJECT.formatted(""));
        Files.createDirectories(folder.path("catalogs"));
        Files.writeString(catalog(), "{\"streams\": []}");
        folder.script("tap.py", "#!/bin/sh\necho CRITICAL wrong password >&2\nexit 1\n");

        Cli.Outcome outcome = call("discover");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).endsWith("tap.py --discover ended with 1: wrong password\n");
        assertThat(catalog()).hasContent("{\"streams\": []}");
    }

    private Path catalog() {
        return folder.path("catalogs/a.json");
    }
}
