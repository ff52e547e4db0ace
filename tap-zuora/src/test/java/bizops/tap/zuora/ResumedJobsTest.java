package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ended between a job and its rows. */
class ResumedJobsTest {
    private Sandbox sandbox;
    private TapRun.Result first;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
        first = tap().run();
        sandbox.advance(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox).streams("Account", "Invoice");
    }

    private long jobs() {
        return sandbox.zuora().usage().entries().stream()
                .filter(entry -> entry.method().equals("POST") && entry.path().startsWith("/v1/batch-query"))
                .count();
    }

    /** The last state that a second run wrote before it read its first stream. */
    private JsonNode submitted() {
        JsonNode state = first.state();
        for (JsonNode message : tap().state(first.state().toString()).run().messages()) {
            if (message.path("type").asText().equals("SCHEMA")) {
                break;
            }
            state = message.path("type").asText().equals("STATE") ? message.path("value") : state;
        }
        assertThat(state.path("bookmarks")
                        .path("Account")
                        .path("window")
                        .path("job")
                        .path("id")
                        .asText())
                .isNotEmpty();
        sandbox.zuora().usage().reset();
        return state;
    }

    private TapRun.Result resume(JsonNode state) {
        TapRun.Result run = tap().state(state.toString()).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", first, run);
        Truths.assertSame(sandbox, "Invoice", first, run);
        return run;
    }

    @Test
    void itsJobIsReadAndNoneIsSubmitted() {
        resume(submitted());

        assertThat(jobs()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = ZuoraFault.class,
            names = {"LABEL_HEADER", "BATCH_WITHOUT_FILE"})
    void aJobOfARunThatFailedOnItsFilesIsNotReadAgainForTheOtherStreams(ZuoraFault fault) {
        sandbox.fault(Fault.of(fault).count(2));
        TapRun.Result failed = tap().state(first.state().toString()).run();
        sandbox.clearFaults();

        TapRun.Result next = resume(failed.state());

        assertThat(failed.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(failed.err()).containsAnyOf("lacks the column", "has no file");
        assertThat(next.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("of an earlier run"));
    }

    @Test
    void afterFourDaysItsFilesAreGoneAndTheSameWindowIsAskedForAgainAndThenWhatCameSince() {
        JsonNode state = submitted();
        sandbox.advance(Duration.ofDays(4));

        TapRun.Result run = resume(state);

        assertThat(jobs()).isEqualTo(3);
        assertThat(run.bookmark("Account").path("replication_key_value").asText())
                .isGreaterThan(state.path("bookmarks")
                        .path("Account")
                        .path("window")
                        .path("end")
                        .asText());
        assertThat(run.bookmark("Account").has("window")).isFalse();
    }

    @Test
    void aJobThatIsUnknownIsSubmittedAgain() {
        JsonNode state = submitted();
        for (String stream : new String[] {"Account", "Invoice"}) {
            ObjectNode job = (ObjectNode)
                    state.path("bookmarks").path(stream).path("window").path("job");
            job.put("id", "0123456789abcdef0123456789abcdef");
        }

        resume(state);

        assertThat(jobs()).isEqualTo(2);
    }

    @Test
    void aJobForOtherFieldsIsOfNoUse() {
        JsonNode state = submitted();
        ObjectNode job = (ObjectNode)
                state.path("bookmarks").path("Account").path("window").path("job");
        job.put("query_hash", "0123456789abcdef");

        resume(state);

        assertThat(jobs()).isEqualTo(1);
    }
}
