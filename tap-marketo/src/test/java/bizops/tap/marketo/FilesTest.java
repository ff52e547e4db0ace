package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of extracts: what is in them comes through as it is, and nothing of a wrong one is sent. */
class FilesTest {
    private static final String HEADER = "id,email,updatedAt\n";
    private static final String TWO = HEADER + "1,a@b.io,2026-01-05T00:00:00Z\n2,c@d.io,2026-01-06T00:00:00Z\n";

    private ScriptedInstance marketo;

    @BeforeEach
    void start() {
        marketo = new ScriptedInstance().leadFields("id:integer", "email:email", "updatedAt:datetime");
    }

    @AfterEach
    void stop() {
        marketo.close();
    }

    private TapRun.Result leads() {
        return marketo.tap()
                .set("start_date", Instant.now().minus(Duration.ofDays(9)).toString())
                .streams("leads")
                .run();
    }

    @Test
    void textsComeThroughToTheLastCharacter() {
        String text = "\"one\r\ntwo\rthree\u2028 \"\"four\"\" \uD83D\uDE00 漢字\0\"";
        String csv = HEADER + "1," + text + ",2026-01-05T00:00:00Z\n2,null,2026-01-06T00:00:00Z\n3,\"null\","
                + "2026-01-06T00:00:00Z\n";
        marketo.jobs("leads", csv, 3, csv.getBytes(StandardCharsets.UTF_8).length);

        TapRun.Result run = leads();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        List<JsonNode> leads = run.records("leads");
        assertThat(leads.get(0).path("email").asText()).isEqualTo("one\r\ntwo\rthree\u2028 \"four\" \uD83D\uDE00 漢字");
        assertThat(leads.get(1).path("email").isNull()).isTrue();
        assertThat(leads.get(2).path("email").asText()).isEqualTo("null");
        assertThat(run.log()).anyMatch(line -> line.contains("1 NUL characters were left out"));
    }

    @Test
    void aFileThatIsShorterThanTheJobTellsIsAskedForItsRestAndThenAgain() {
        marketo.jobs("leads", TWO, 2, TWO.length() + 1);

        TapRun.Result run = leads();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("has " + TWO.length() + " bytes, not the " + (TWO.length() + 1));
        assertThat(run.records("leads")).isEmpty();
        assertThat(run.state().toString())
                .doesNotContain("replication_key_value")
                .doesNotContain("job-1");
        assertThat(marketo.asked("GET /bulk/v1/leads/export/job-1/file.json"))
                .extracting(ScriptedInstance.Asked::range)
                .contains("bytes=" + TWO.length() + "-");
    }

    @Test
    void aFileWithFewerRowsThanTheJobTellsIsNotSent() {
        marketo.jobs("leads", TWO, 3, TWO.length());

        TapRun.Result run = leads();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("it has 2 rows, not the 3");
        assertThat(run.records("leads")).isEmpty();
    }

    /** @param whole whether the server ignores the range and sends the file from its start */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRestOfAFileThatBrokeOffIsAskedForAlone(boolean whole) {
        byte[] bytes = TWO.getBytes(StandardCharsets.UTF_8);
        int cut = bytes.length / 2;
        marketo.on("GET /bulk/v1/leads/export/job-1/file.json", request -> {
            if (!request.range().equals("bytes=" + cut + "-")) {
                return new Answer(200, "text/csv", Arrays.copyOf(bytes, cut));
            }
            return whole
                    ? new Answer(200, "text/csv", bytes)
                    : new Answer(206, "text/csv", Arrays.copyOfRange(bytes, cut, bytes.length));
        });
        marketo.jobs("leads", TWO);

        TapRun.Result run = leads();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("leads")).hasSize(2);
        assertThat(marketo.asked("GET /bulk/v1/leads/export/job-1/file.json")).hasSize(2);
    }

    @Test
    void anErrorInPlaceOfAFileIsNotReadAsOne() {
        marketo.times(1, "GET /bulk/v1/leads/export/job-1/file.json", Answer.error("611", "System error"));
        marketo.jobs("leads", TWO);

        TapRun.Result run = leads();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("leads")).hasSize(2);
    }

    @Test
    void aFileThatIsGoneIsMadeAgain() {
        marketo.on(
                "GET /bulk/v1/leads/export/job-1/file.json",
                new Answer(404, "text/plain", "not found".getBytes(StandardCharsets.UTF_8)));
        marketo.jobs("leads", TWO);

        TapRun.Result run = leads();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("leads")).hasSize(2);
        assertThat(marketo.asked("POST /bulk/v1/leads/export/create.json")).hasSize(2);
    }

    @Test
    void aValueThatDoesNotFitStopsTheStreamAndIsNamed() {
        marketo.jobs("leads", HEADER + "1,a@b.io,yesterday\n");

        TapRun.Result run = leads();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"leads\", record 1, field \"updatedAt\": \"yesterday\" is no date-time");
    }
}
