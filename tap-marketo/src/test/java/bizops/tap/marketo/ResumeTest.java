package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that ends while jobs are under way is followed by one that takes them over. */
class ResumeTest extends Marketo {
    private TapRun.Result cutOff() {
        sandbox.fault(Fault.of(MarketoFault.JOB_STUCK));
        TapRun.Result run = tap().set("job_timeout", 1).streams("activities").run();
        sandbox.clearFaults();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("'job_timeout'").contains("kept in the state");
        return run;
    }

    private static List<String> jobs(TapRun.Result run) {
        List<String> ids = new ArrayList<>();
        run.bookmark("activities")
                .path("exports")
                .forEach(job -> ids.add(job.path("id").asText()));
        return ids;
    }

    private long created() {
        return sandbox.marketo().usage().entries().stream()
                .filter(entry -> entry.path().endsWith("/create.json"))
                .count();
    }

    @Test
    void theIdOfAJobStandsInAStateBeforeTheJobIsDone() {
        TapRun.Result run = cutOff();

        assertThat(jobs(run)).isNotEmpty();
        assertThat(run.bookmark("activities")
                        .path("exports")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("Queued");
        assertThat(run.of("STATE").get(0).toString()).contains("Created");
    }

    @Test
    void aJobOfAnEarlierRunWhoseFileIsWrongIsMadeAgain() {
        TapRun.Result run = cutOff();
        sandbox.fault(Fault.of(MarketoFault.FILE_WRONG_CHECKSUM));

        TapRun.Result next =
                tap().streams("activities").state(run.state().toString()).run();

        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.faultsFired()).isPositive();
        assertThat(next.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("an earlier run's"));
        assertThat(next.records("activities")).isNotEmpty();
    }

    @Test
    void theNextRunTakesTheJobsOver() {
        TapRun.Result run = cutOff();
        int taken = jobs(run).size();
        sandbox.marketo().usage().reset();
        TapRun.Result whole = tap().streams("activities").run();
        long made = created();
        sandbox.marketo().usage().reset();
        TapRun.Result next =
                tap().streams("activities").state(run.state().toString()).run();

        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        assertThat(created()).isLessThanOrEqualTo(made - taken + 1);
        assertThat(Truths.newest("activities", next.records("activities")).keySet())
                .isEqualTo(
                        Truths.newest("activities", whole.records("activities")).keySet());
        assertThat(next.log()).anyMatch(line -> line.contains("going on with jobs of an earlier run"));
    }

    @Test
    void aJobWhoseFileIsGoneMeanwhileIsMadeAgain() {
        TapRun.Result run = cutOff();
        sandbox.advance(Duration.ofDays(20));
        TapRun.Result next =
                tap().streams("activities").state(run.state().toString()).run();
        TapRun.Result whole = tap().streams("activities").run();

        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        assertThat(Truths.newest("activities", next.records("activities")).keySet())
                .isEqualTo(
                        Truths.newest("activities", whole.records("activities")).keySet());
    }

    @Test
    void aJobForOtherRowsIsLeftAlone() {
        TapRun.Result run = cutOff();
        TapRun.Result next = tap().set("activity_type_ids", List.of(12))
                .streams("activities")
                .state(run.state().toString())
                .run();

        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        assertThat(next.records("activities"))
                .isNotEmpty()
                .allMatch(row -> row.path("activityTypeId").asInt() == 12);
    }

    @Test
    void jobsOfAnotherUserAreMadeAgain() {
        TapRun.Result run = cutOff();
        TapRun.Result next = tap().set("client_id", sandbox.marketo().otherClientId())
                .streams("activities")
                .state(run.state().toString())
                .run();

        assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OK);
        assertThat(next.records("activities")).isNotEmpty();
    }

    @Test
    void aRunThatDiesBetweenWindowsGoesOnBehindTheLastOne() {
        sandbox.fault(Fault.of(MarketoFault.FORBIDDEN_403).path("file.json").at(3));
        TapRun.Result run = tap().streams("activities").run();
        sandbox.clearFaults();
        TapRun.Result next =
                tap().streams("activities").state(run.state().toString()).run();
        TapRun.Result whole = tap().streams("activities").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.records("activities")).isNotEmpty();
        List<JsonNode> both = new ArrayList<>(run.records("activities"));
        both.addAll(next.records("activities"));
        assertThat(Truths.newest("activities", both).keySet())
                .isEqualTo(
                        Truths.newest("activities", whole.records("activities")).keySet());
        assertThat(next.records("activities"))
                .hasSizeLessThan(whole.records("activities").size());
    }
}
