package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesOfTheDemoTest {
    private static final String CATALOG = """
            {"streams":[
              {"tap_stream_id":"Lead","metadata":[
                {"breadcrumb":["properties","Id"],"metadata":{"inclusion":"automatic"}},
                {"breadcrumb":[],"metadata":{"selected-by-default":true}}]},
              {"tap_stream_id":"Task","metadata":[{"breadcrumb":[],"metadata":{"selected-by-default":true}}]},
              {"tap_stream_id":"User"}]}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theStateIsTheLastLineOfTheTarget() throws IOException {
        Path states = Files.writeString(directory.resolve("states"), "{\"a\":1}\n{\"a\":2}\n\n");
        StateFile state = new StateFile(directory.resolve("state.json"));

        state.takeLastLine(states);

        assertThat(state.path()).hasContent("{\"a\":2}\n");
    }

    @Test
    void theStateStaysWhereTheTargetAcknowledgedNothing() throws IOException {
        StateFile state = new StateFile(Files.writeString(directory.resolve("state.json"), "old"));

        state.takeLastLine(Files.writeString(directory.resolve("states"), ""));
        state.takeLastLine(directory.resolve("never written"));

        assertThat(state.path()).hasContent("old");
    }

    @Test
    void exactlyTheWantedStreamsAreSelected() throws IOException {
        Path catalog = Files.writeString(directory.resolve("catalog.json"), CATALOG);

        CatalogSelection.select(catalog, Set.of("Lead", "User"));

        JsonNode streams = new ObjectMapper().readTree(catalog.toFile()).path("streams");
        assertThat(streams.at("/0/metadata/1/metadata/selected").asBoolean()).isTrue();
        assertThat(streams.at("/0/metadata/0/metadata/selected").isMissingNode())
                .isTrue();
        assertThat(streams.at("/1/metadata/0/metadata/selected")).hasToString("false");
        assertThat(streams.at("/2/metadata/0/metadata/selected").asBoolean()).isTrue();
    }

    @Test
    void aWantedStreamThatWasNotDiscoveredIsAnError() throws IOException {
        Path catalog = Files.writeString(directory.resolve("catalog.json"), CATALOG);

        assertThatThrownBy(() -> CatalogSelection.select(catalog, Set.of("Lead", "Campaign")))
                .hasMessageStartingWith("not discovered: Campaign;");
    }

    @Test
    void rowsAreAddedUpPerStreamFromTheMetricsInTheLog() throws IOException {
        Path log = Files.writeString(directory.resolve("tap.log"), """
                INFO starting
                INFO METRIC: {"type":"counter","metric":"record_count","value":1000,"tags":{"stream":"Lead"}}
                INFO METRIC: {"type":"counter","metric":"record_count","value":234,"tags":{"stream":"Lead"}}
                INFO METRIC: {"type":"timer","metric":"sync_duration","value":2.5,"tags":{"stream":"Lead"}}
                INFO METRIC: {"type":"counter","metric":"record_count","value":5,"tags":{"stream":"Account"}}
                """);

        assertThat(RowCounts.in(log).text()).isEqualTo("1,239 rows: Account 5, Lead 1,234");
    }

    @Test
    void configurationsAreForTheirOwnerOnly() throws IOException {
        DemoFiles files = DemoFiles.prepare(new DemoOptions(1, BigDecimal.ONE, 0, false, directory));

        files.config("target", Map.of("password", "first"));
        Path config = files.config("target", Map.of("password", "second"));

        assertThat(config).content().contains("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
    }

    @Test
    void theClockRemembersEveryMoveInOrder() throws IOException {
        CompanyClock clock = new CompanyClock(directory.resolve("clock"));
        assertThat(clock.moves()).isEmpty();

        clock.advance(30);
        clock.advance(7);

        assertThat(clock.moves()).containsExactly("30d", "7d");
    }
}
