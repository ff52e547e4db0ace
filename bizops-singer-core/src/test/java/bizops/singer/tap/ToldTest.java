package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.report.LogLines;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tap says of choices that it cannot follow as they stand, and of what it has done. */
class ToldTest {
    private static final String ROOT = "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}}";

    private final LogLines log = new LogLines();
    private final TestStream stream = new TestStream("s", sync -> {
        sync.write(row(1, "2024-05-01T00:00:00Z"));
        sync.write(row(2, "2024-05-02T00:00:00Z"));
    });

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void fieldsThatAreGoneOrNewAreNamedOrCounted() {
        new TapRun(stream)
                .catalog("{\"stream\":\"s\",\"schema\":{\"properties\":{\"id\":{},\"gone\":{}}},\"metadata\":[" + ROOT
                        + "]}")
                .run();

        assertThat(log.events())
                .containsExactly(
                        "WARN stream \"s\": field \"gone\" of the catalog is gone at the source; it was renamed, deleted or"
                                + " hidden from this user: discover again, and select what took its place",
                        "INFO stream \"s\": 2 field(s) of the source are not in the catalog and not read");
    }

    @Test
    void aRunThatReadsNothingSaysSo() {
        TapRun run = new TapRun(stream).catalog("{\"stream\":\"gone\",\"schema\":{\"selected\":false}}");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(log.events()).containsExactly("WARN no stream is selected; select some in the catalog");
    }

    @Test
    void choicesAgainstWhatTheSourceSaysAreNamed() {
        new TapRun(stream)
                .catalog(
                        "{\"stream\":\"s\",\"key_properties\":[\"id\"],\"metadata\":[" + ROOT
                                + ",{\"breadcrumb\":[\"properties\",\"id\"],\"metadata\":{\"inclusion\":\"automatic\",\"selected\":false}}]}")
                .run();

        assertThat(log.events()).contains("INFO stream \"s\": field \"id\" is deselected but always sent");
    }

    @Test
    void aBookmarkThatIsLaterThanTheStartDateIsNamedWithTheWayOut() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                            String unused = sync.from().toString();
                            sync.write(row(1, "2024-05-01T00:00:00Z"));
                        })
                        .incremental(RowOrder.SORTED))
                .set("start_date", "2020-01-01")
                .state(
                        "{\"bookmarks\":{\"s\":{\"replication_key\":\"at\",\"replication_key_value\":\"2024-04-01T00:00:00Z\"}}}");
        run.run();

        assertThat(log.events())
                .containsExactly("INFO stream \"s\" goes on from its bookmark 2024-04-01T00:00:00Z, which is later than"
                        + " start_date; to read it again, take the bookmark out of the state");
    }

    @Test
    void recordsAreCountedAndTheTimeOfAStreamIsTaken() {
        new TapRun(stream, new TestStream("none", sync -> {})).run();

        assertThat(log.lines())
                .contains(
                        "INFO METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":2,\"tags\":{\"stream\":\"s\"}}",
                        "INFO METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":0,\"tags\":{\"stream\":\"none\"}}")
                .filteredOn(line -> line.contains("sync_duration"))
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "INFO METRIC: \\{\"type\":\"timer\",\"metric\":\"sync_duration\",\"value\":\\d+\\.\\d+,"
                                + "\"tags\":\\{.*\"status\":\"succeeded\".*}}"));
    }

    @Test
    void theTimeOfAStreamThatFailsSaysSo() {
        new TapRun(new TestStream("s", sync -> {
                    throw new IllegalStateException("cut off");
                }))
                .run();

        assertThat(log.lines())
                .filteredOn(line -> line.contains("sync_duration"))
                .singleElement()
                .asString()
                .contains("\"status\":\"failed\"");
    }

    @Test
    void theVariablesChooseHowMuchIsSaid() {
        assertThat(levelOf("TAP_TEST_LOGLEVEL", "warning")).isEqualTo(List.of("WARN"));
        assertThat(levelOf("LOGLEVEL", "CRITICAL")).isEmpty();
        assertThat(levelOf("LOGLEVEL", "nonsense")).contains("INFO");
    }

    private List<String> levelOf(String variable, String level) {
        int before = log.lines().size();
        new TapRun(stream)
                .variable(variable, level)
                .catalog("{\"stream\":\"s\",\"schema\":{\"properties\":{\"id\":{},\"gone\":{}}},\"metadata\":[" + ROOT
                        + "]}")
                .run();
        return log.lines().stream()
                .skip(before)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
    }
}
