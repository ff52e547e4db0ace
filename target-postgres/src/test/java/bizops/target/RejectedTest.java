package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.target.Loading.Outcome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that no table takes are put aside with their reason, and loaded again when the cause is gone. */
final class RejectedTest {
    private static final String SCHEMA = """
            {"type":"SCHEMA","stream":"s","schema":{"properties":{"id":{"type":"integer"},"n":{"type":["null","integer"],"minimum":0}}},"key_properties":["id"]}""";
    private static final String KEYLESS = SCHEMA.replace("\"key_properties\":[\"id\"]", "\"key_properties\":[]");

    @TempDir
    private Path folder = Path.of("");

    private final Loading loading = new Loading().with("on_bad_value", "\"reject\"");

    @Test
    void theWholeRecordIsPutAsideWithItsPlaceAndReason() {
        Outcome outcome;
        List<String> warnings;
        try (LogLines log = new LogLines()) {
            outcome = loading.load(
                    SCHEMA,
                    record("{\"id\":1,\"n\":1}"),
                    record("{\"id\":2,\"n\":\"x\\ty\",\"more\":[1.50]}"),
                    record("{\"id\":3,\"n\":-1}"),
                    record("{\"n\":4}"),
                    record("{\"id\":[5]}"),
                    record("{\"id\":6,\"_sdc_deleted_at\":\"yesterday\"}"),
                    "{\"type\":\"STATE\",\"value\":9}");
            warnings = log.warnings();
        }

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.states()).containsExactly("9");
        assertThat(loading.rows("SELECT id, n FROM s")).containsExactly(List.of("1", "1"));
        assertThat(loading.rows("SELECT line, field, record FROM _sdc_rejected ORDER BY line"))
                .containsExactly(
                        List.of("3", "n", "{\"id\":2,\"n\":\"x\\ty\",\"more\":[1.50]}"),
                        List.of("4", "n", "{\"id\":3,\"n\":-1}"),
                        List.of("5", "id", "{\"n\":4}"),
                        List.of("6", "id", "{\"id\":[5]}"),
                        List.of("7", "_sdc_deleted_at", "{\"id\":6,\"_sdc_deleted_at\":\"yesterday\"}"));
        assertThat(loading.rows("SELECT DISTINCT stream, key_properties, file FROM _sdc_rejected"))
                .containsExactly(Arrays.asList("s", "[\"id\"]", null));
        assertThat(loading.value("SELECT reason FROM _sdc_rejected WHERE line = 5"))
                .isEqualTo("the key is missing");
        assertThat(warnings)
                .contains("WARN stream \"s\": records put aside in \"public\".\"_sdc_rejected\": 5; when the cause is"
                        + " gone, load them with --replay-rejected");
    }

    @Test
    void oneMoreThanTheThresholdEndsTheRun() {
        loading.with("invalid_records_threshold", "1");

        Outcome outcome = loading.load(SCHEMA, bad(1), record("{\"id\":2}"), bad(3), record("{\"id\":4}"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("CRITICAL target-postgres: line 4, stream \"s\", field \"n\": ")
                .contains("; 1 of its records were put aside before, as many as invalid_records_threshold allows");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
        assertThat(loading.value("SELECT count(*) FROM _sdc_rejected")).isEqualTo("1");
    }

    @Test
    void aThresholdAloneMeansReject() {
        Loading other = new Loading().with("invalid_records_threshold", "2");

        assertThat(other.load(SCHEMA, bad(1)).code()).isEqualTo(ExitCode.OK);
        assertThat(new Loading()
                        .with("invalid_records_detect", "false")
                        .load(SCHEMA, bad(1))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(new Loading()
                        .with("invalid_records_threshold", "0")
                        .load(SCHEMA, bad(1))
                        .code())
                .isEqualTo(ExitCode.FAILURE);
        assertThat(other.with("on_bad_value", "\"null\"").load(SCHEMA).errors())
                .contains("'invalid_records_threshold' is for on_bad_value reject, and that is set to null");
    }

    @Test
    void aRecordOfAFileIsPutAsideWithTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "{\"id\":1}\n{\"id\":2,\"n\":\"x\"}\n");
        loading.load(
                SCHEMA,
                "{\"type\":\"BATCH\",\"stream\":\"s\",\"encoding\":{\"format\":\"jsonl\"},\"manifest\":[\""
                        + file.toUri() + "\"]}");

        assertThat(loading.rows("SELECT line, file FROM _sdc_rejected")).containsExactly(List.of("2", file.toString()));
    }

    @Test
    void whatATableTakesNowLeavesTheRejectedOnes() {
        loading.load(SCHEMA, bad(1), record("{\"id\":2,\"n\":-2}"), record("{\"id\":3,\"n\":1e40000000000}"));
        loading.with("validate_records", "false");

        Outcome replay = replay();

        assertThat(replay.code()).isEqualTo(ExitCode.OK);
        assertThat(loading.rows("SELECT id, n FROM s")).containsExactly(List.of("2", "-2"));
        assertThat(loading.rows("SELECT record FROM _sdc_rejected ORDER BY rejected_at, id"))
                .containsExactly(List.of("{\"id\":1,\"n\":\"x\"}"), List.of("{\"id\":3,\"n\":1e40000000000}"));
        assertThat(loading.value("SELECT count(DISTINCT id) FROM _sdc_rejected"))
                .isEqualTo("2");
    }

    @Test
    void aReplayThatFailsKeepsWhatItHasNotLoaded() {
        loading.load(SCHEMA, record("{\"id\":2,\"n\":-2}"), bad(1), record("{\"id\":3,\"n\":-3}"));
        loading.with("validate_records", "false").with("on_bad_value", "\"error\"");

        Outcome replay = replay();

        assertThat(replay.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(replay.errors())
                .contains("CRITICAL target-postgres: rejected record ")
                .contains("line 3, stream");
        assertThat(loading.rows("SELECT id FROM s")).containsExactly(List.of("2"));
        assertThat(loading.value("SELECT count(*) FROM _sdc_rejected")).isEqualTo("2");
        loading.with("on_bad_value", "\"null\"");
        assertThat(replay().code()).isEqualTo(ExitCode.OK);
        assertThat(loading.rows("SELECT id, n FROM s ORDER BY id").toString())
                .isEqualTo("[[1, null], [2, -2], [3, -3]]");
        assertThat(loading.value("SELECT count(*) FROM _sdc_rejected")).isEqualTo("0");
    }

    @Test
    void aLaterRowOfTheKeyIsNotOverwritten() {
        loading.load(SCHEMA, record("{\"id\":1,\"n\":-1}"), record("{\"id\":2,\"n\":-2}"));
        loading.execute("SELECT pg_sleep(0.01)");
        loading.loads(SCHEMA, record("{\"id\":1,\"n\":10}"));
        loading.with("validate_records", "false");

        assertThat(replay().code()).isEqualTo(ExitCode.OK);

        assertThat(loading.rows("SELECT id, n FROM s ORDER BY id"))
                .containsExactly(List.of("1", "10"), List.of("2", "-2"));
        assertThat(loading.value("SELECT count(*) FROM _sdc_rejected")).isEqualTo("0");
    }

    @Test
    void aTableThatDoesNotSayWhenItsRowsCameTakesTheReplayedOne() {
        loading.with("add_record_metadata", "false").load(SCHEMA, record("{\"id\":1,\"n\":-1}"));
        loading.loads(SCHEMA, record("{\"id\":1,\"n\":10}"));
        loading.with("validate_records", "false");

        assertThat(replay().code()).isEqualTo(ExitCode.OK);

        assertThat(loading.rows("SELECT id, n FROM s")).containsExactly(List.of("1", "-1"));
    }

    @Test
    void rowsWithoutKeyAreAddedOnceHoweverOftenItIsReplayed() {
        loading.with("state_id", "\"p\"")
                .load(KEYLESS, record("{\"id\":1,\"n\":-1}"), "{\"type\":\"STATE\",\"value\":1}");
        loading.with("validate_records", "false");

        assertThat(replay().code()).isEqualTo(ExitCode.OK);
        assertThat(replay().code()).isEqualTo(ExitCode.OK);
        loading.loads("{\"type\":\"STATE\",\"value\":1}", KEYLESS, record("{\"id\":2}"));

        assertThat(loading.rows("SELECT id FROM s ORDER BY id")).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void whatCannotBeReplayedIsSaid() {
        assertThat(replay().errors()).contains("there is no table \"public\".\"_sdc_rejected\"");
        loading.with("load_method", "\"overwrite\"");
        assertThat(replay().errors()).contains("--replay-rejected adds to tables, and load_method is overwrite");
        assertThat(loading.load(InputStream.nullInputStream(), "--replay-rejected", "--input", "x")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    private Outcome replay() {
        return loading.load(InputStream.nullInputStream(), "--replay-rejected");
    }

    private static String bad(int id) {
        return record("{\"id\":" + id + ",\"n\":\"x\"}");
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":" + json + "}";
    }
}
