package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk extracts: their order, their windows, and what goes wrong between two of their calls. */
class JobsTest extends Marketo {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** Calls whose path ends so. */
    private long calls(String end) {
        return sandbox.marketo().usage().entries().stream()
                .filter(entry -> entry.path().endsWith(end))
                .count();
    }

    /** One who asks for a place that is taken must ask again, and here would never get it. */
    @Test
    void noMorePlacesInTheQueueAreTakenThanAllowed() {
        sandbox.marketo().limit("queue", 1);
        remember(tap().set("max_queued_jobs", 1)
                .set("job_timeout", 20)
                .streams("leads", "activities")
                .run());

        assertThat(calls("/file.json")).isEqualTo(10);
        assertThat(calls("/enqueue.json")).isEqualTo(10);
    }

    @Test
    void theNextJobsRunBeforeTheFirstFileIsRead() {
        read("activities");

        assertThat(sandbox.marketo().usage().entries().stream()
                        .map(entry -> entry.path().replaceFirst(".*/", ""))
                        .takeWhile(step -> !step.equals("file.json"))
                        .filter(step -> step.equals("enqueue.json")))
                .hasSize(3);
    }

    @Test
    void anActivityOnTheEdgeOfTwoWindowsIsRead() {
        Instant edge = START.plus(Duration.ofDays(30));
        String guid = sandbox.marketo().addActivity(lead(0), 46, edge, edge, Map.of("Source", "Web"));

        read("activities");

        assertThat(all("activities"))
                .anyMatch(row -> row.path("marketoGUID").asText().equals(guid));
        Truths.assertSame(
                sandbox,
                "activities",
                remember(tap().set("start_date", "2024-01-01")
                                .streams("activities")
                                .run())
                        .records("activities"));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_RESET, create.json",
        "CONNECTION_RESET, enqueue.json",
        "CONNECTION_RESET, status.json",
        "CONNECTION_RESET, file.json",
        "TRUNCATED_BODY, create.json",
        "TRUNCATED_BODY, enqueue.json",
        "TRUNCATED_BODY, status.json",
        "TRUNCATED_BODY, file.json"
    })
    void anAnswerThatIsLostLosesNoRow(TransportFault fault, String step) {
        sandbox.fault(Fault.of(fault).path("/" + step));

        TapRun.Result run =
                remember(tap().set("start_date", "2024-01-01").streams("leads").run());

        assertThat(sandbox.faultsFired()).isPositive();
        Truths.assertSame(sandbox, "leads", run.records("leads"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketoFault.class,
            names = {"JOB_FAILED", "JOB_CANCELLED", "JOB_CANCELED", "JOB_EXPIRED"})
    void jobsThatComeToNothingOneAfterTheOtherEndTheStreamAndSayHow(MarketoFault fault) {
        sandbox.fault(Fault.of(fault).count(1000));

        TapRun.Result run = tap().streams("activities").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("activities [")
                .contains("like 2 jobs before it")
                .contains(
                        switch (fault) {
                            case JOB_FAILED -> "is failed: Export job failed: internal error, please try again";
                            case JOB_EXPIRED -> "is not known any more";
                            default -> "cancel";
                        });
        assertThat(run.bookmark("activities").has("replication_key_value")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "activities", "program_members"})
    void aFullQueueIsWaitedFor(String stream) {
        sandbox.fault(Fault.of(MarketoFault.QUEUE_FULL_1029).count(4));

        TapRun.Result run =
                remember(tap().set("start_date", "2024-01-01").streams(stream).run());

        assertThat(sandbox.faultsFired()).isEqualTo(4);
        Truths.assertSame(sandbox, stream, run.records(stream));
    }

    @Test
    void membersAreAllReadWhereTheyCannotBeAskedForByUpdate() {
        sandbox.fault(Fault.of(MarketoFault.UPDATED_AT_UNSUPPORTED_1035).path("/bulk/v1/program/members"));

        TapRun.Result run = read("program_members");
        TapRun.Result again = readFrom(run.state(), "program_members");

        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("all members are read each"));
        Truths.assertSame(sandbox, "program_members", run.records("program_members"));
        Truths.assertSame(sandbox, "program_members", again.records("program_members"));
    }
}
