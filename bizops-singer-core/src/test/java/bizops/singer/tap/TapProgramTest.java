package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.catalog.CatalogJson;
import bizops.singer.error.ExitCode;
import bizops.singer.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapProgramTest {
    private final TestStream a = new TestStream("a", sync -> {
        sync.write(row(1, "2024-01-01T00:00:00Z"));
        sync.write(row(2, "2024-01-02T00:00:00Z"));
    });
    private final TestStream b = new TestStream("b", sync -> {}).incremental(RowOrder.SORTED);

    @Test
    void sendsSchemaThenRecordsThenStateForEachStream() {
        TapRun run = new TapRun(a, b);

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.messages())
                .containsExactly(
                        "SCHEMA a",
                        "RECORD a {\"id\":1,\"note\":\"n1\",\"at\":\"2024-01-01T00:00:00Z\"}",
                        "RECORD a {\"id\":2,\"note\":\"n2\",\"at\":\"2024-01-02T00:00:00Z\"}",
                        "STATE {\"bookmarks\":{},\"currently_syncing\":\"b\"}",
                        "SCHEMA b",
                        "STATE {\"bookmarks\":{}}");
        assertThat(run.out().lines().findFirst())
                .contains("{\"type\":\"SCHEMA\",\"stream\":\"a\",\"schema\":{\"type\":\"object\",\"properties\":"
                        + "{\"id\":{\"type\":\"integer\"},\"note\":{\"type\":[\"null\",\"string\"]},\"at\":"
                        + "{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}}},\"key_properties\":[\"id\"]}");
    }

    @Test
    void sendsWhatIsSelectedAndNoMore() {
        TapRun run = new TapRun(a, b)
                .catalog("{\"tap_stream_id\":\"a\",\"stream\":\"renamed\",\"metadata\":["
                        + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                        + "{\"breadcrumb\":[\"properties\",\"at\"],\"metadata\":{\"selected\":false}}]}");

        run.run();

        assertThat(run.messages())
                .containsExactly(
                        "SCHEMA renamed",
                        "RECORD renamed {\"id\":1,\"note\":\"n1\"}",
                        "RECORD renamed {\"id\":2,\"note\":\"n2\"}",
                        "STATE {\"bookmarks\":{}}");
        assertThat(run.out()).doesNotContain("date-time");
    }

    @Test
    void sendsOnlyTheIncomingStateWhenNothingIsSelected() {
        TapRun run = new TapRun(a).catalog("").state("{\"bookmarks\":{\"x\":{\"n\":1.50}}}");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.messages()).containsExactly("STATE {\"bookmarks\":{\"x\":{\"n\":1.50}}}");
    }

    @Test
    void discoversTheSameCatalogEachTimeAndNothingElse() {
        TapRun first = new TapRun(a, b).with("--discover");
        TapRun second = new TapRun(a, b).with("-d");

        assertThat(first.run()).isEqualTo(ExitCode.OK);
        second.run();

        assertThat(first.out())
                .isEqualTo(second.out())
                .startsWith("{\n  \"streams\": [")
                .endsWith("}\n");
        assertThat(CatalogJson.parse(first.out()).streams())
                .extracting(entry -> entry.id())
                .containsExactly("a", "b");
    }

    @Test
    void keepsTheUsersChoicesInAFreshCatalog() {
        TapRun run = new TapRun(a, b)
                .with("--discover")
                .catalog("{\"stream\":\"b\",\"metadata\":[{\"breadcrumb\":[],\"metadata\":{\"selected\":true}}]}");

        run.run();

        assertThat(run.out().split("\"selected\": true", -1)).hasSize(2);
    }

    @Test
    void printsNoCatalogWhenTheSourceCannotSayWhatItHas() {
        TestStream twice = new TestStream("a", sync -> {});
        TapRun run = new TapRun(a, twice).with("--discover");

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void testsOneRecordOfEveryStreamAndKeepsItsStateToItself() {
        TapRun run = new TapRun(a, b).with("--test").catalog("{\"stream\":\"a\",\"schema\":{\"selected\":false}}");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.messages())
                .containsExactly(
                        "SCHEMA a", "RECORD a {\"id\":1,\"note\":\"n1\",\"at\":\"2024-01-01T00:00:00Z\"}", "SCHEMA b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--test=schema", "--test schema"})
    void testsTheSchemasAlone(String flag) {
        TapRun run = new TapRun(a, b).with(flag.split(" "));

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.messages()).containsExactly("SCHEMA a", "SCHEMA b");
    }

    @Test
    void refusesCatalogAndItsOlderNameTogether() {
        TapRun run = new TapRun(a).catalog("").with("--properties", "other.json");

        assertThat(run.run()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--properties is the older name of --catalog");
    }

    @Test
    void refusesAWrongStateBeforeItAsksTheSourceForAnything() {
        TapRun run = new TapRun(a, a).state("[]"); // two streams of one name would fail as soon as they are asked for

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("must hold a JSON object");
    }

    @Test
    void acceptsWhatSingerPythonAccepts() {
        assertThat(new TapRun(b).with("--dev").run()).isEqualTo(ExitCode.OK);
    }

    @Test
    void tellsOfItselfWithoutAnyConfiguration() throws Exception {
        TapRun run = new TapRun(a).with("--about", "--format=JSON");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        Map<String, @Nullable Object> about = Json.parseObject(run.out());
        assertThat(about).containsKeys("name", "description", "version", "sdk_version", "capabilities", "settings");
        assertThat(Json.write(about.get("settings"))).contains("\"password\"").contains("\"start_date\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void tellsOfItselfForPeople(String format) {
        TapRun run = new TapRun(a).with("--about", "--format", format);

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("tap-test")
                .contains("state_every_records")
                .contains("default 10000");
    }

    @Test
    void refusesAMethodThatTheStreamDoesNotKnow() {
        TapRun run = new TapRun(b).catalog("{\"stream\":\"b\",\"replication_method\":\"LOG_BASED\"}");

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"b\" cannot be read as LOG_BASED; use INCREMENTAL or FULL_TABLE");
    }
}
