package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that dies over a Bulk job is completed by the next one, by the same job where it is still there. */
class BulkResumeTest {
    private static final int PAGE = 100;
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(PAGE));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun bulk() {
        return TapRun.against(sandbox)
                .set("api_type", "BULK2")
                .set("bulk_poll_seconds", 0.01)
                .set("request_max_attempts", 1);
    }

    /** A run that breaks off at the page of that number. */
    private TapRun.Result brokenOff(TapRun tap, int page) {
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503)
                .path("/results")
                .at(page)
                .count(SalesforceFault.ALWAYS));
        TapRun.Result broken = tap.run();
        sandbox.clearFaults();
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(PAGE));
        assertThat(broken.code()).as(broken.err()).isEqualTo(ExitCode.TRY_LATER);
        return broken;
    }

    private long jobs() {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.method().equals("POST") && entry.path().endsWith("/jobs/query"))
                .count();
    }

    private static List<JsonNode> both(TapRun.Result first, TapRun.Result second) {
        List<JsonNode> both = new ArrayList<>(first.records("Lead"));
        both.addAll(second.records("Lead"));
        return both;
    }

    @Test
    void theJobStandsInTheStateBeforeTheFirstRow() {
        TapRun.Result run = bulk().streams("Lead").run();

        JsonNode first = run.messages().stream()
                .takeWhile(message -> !message.path("type").asText().equals("RECORD"))
                .filter(message -> message.path("type").asText().equals("STATE"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        JsonNode job = first.at("/value/bookmarks/Lead/bulk2");
        assertThat(job.path("job_id").asText()).startsWith("750");
        assertThat(job.path("hi").asText()).isEqualTo("2026-06-30T12:59:00Z");
        assertThat(job.path("rows_done").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void goesOnAtThePageThatWasNotRead(int page) {
        TapRun.Result broken = brokenOff(bulk().streams("Lead"), page);

        TapRun.Result rest =
                bulk().streams("Lead").state(broken.state().toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", both(broken, rest));
        assertThat(both(broken, rest)).doesNotHaveDuplicates();
        assertThat(broken.records("Lead")).hasSizeLessThanOrEqualTo((page - 1) * PAGE);
        assertThat(rest.log()).anyMatch(line -> line.contains("going on with Bulk job"));
    }

    @Test
    void afterTheJobTheRunReadsWhatHasChangedSince() {
        TapRun.Result broken = brokenOff(bulk().streams("Lead"), 3);
        sandbox.advance(Duration.ofDays(1));

        TapRun.Result rest =
                bulk().streams("Lead").state(broken.state().toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSameStored(sandbox, "Lead", both(broken, rest));
        assertThat(rest.bookmark("Lead").path("replication_key_value").asText()).isEqualTo("2026-07-01T12:59:00Z");
        assertThat(jobs()).isEqualTo(2);
    }

    @Test
    void aWholeTableGoesOnTooAndKeepsItsVersion() {
        String catalog = Catalogs.selecting(sandbox, "Lead", "FULL_TABLE");
        TapRun.Result broken = brokenOff(bulk().catalog(catalog).set("emit_activate_version_messages", true), 3);

        TapRun.Result rest = bulk().catalog(catalog)
                .set("emit_activate_version_messages", true)
                .state(broken.state().toString())
                .run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", both(broken, rest));
        // Which pages came before the one that failed is up to the threads that fetch them; there may be none.
        assertThat(Stream.of(broken, rest).flatMap(run -> run.of("RECORD").stream()))
                .extracting(record -> record.path("version").asLong())
                .containsOnly(broken.state().at("/bookmarks/Lead/version").asLong());
        assertThat(jobs()).isEqualTo(1);
        assertThat(rest.bookmark("Lead").has("bulk2")).isFalse();
    }

    @Test
    void aJobThatIsGoneIsReplacedByAnotherOverTheSameWindow() {
        TapRun.Result broken = brokenOff(bulk().streams("Lead"), 3);
        sandbox.advance(Duration.ofDays(8));

        TapRun.Result rest =
                bulk().streams("Lead").state(broken.state().toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSameStored(
                sandbox,
                "Lead",
                Truths.newest(both(broken, rest)).values().stream()
                        .filter(record -> !record.hasNonNull("_sdc_deleted_at"))
                        .toList());
        assertThat(rest.log()).anyMatch(line -> line.contains("cannot go on, its window is read anew"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_version", "fields_hash", "job_id"})
    void aJobOfAnotherVersionOtherFieldsOrUnknownIdIsReadAnew(String part) {
        TapRun.Result broken = brokenOff(bulk().streams("Lead"), 3);
        ObjectNode state = broken.state().deepCopy();
        ((ObjectNode) state.at("/bookmarks/Lead/bulk2")).put(part, "750000000000000AAA");

        TapRun.Result rest = bulk().streams("Lead").state(state.toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", rest.records("Lead"));
    }

    @Test
    void aLocatorThatNoPageHasMeansReadingTheWindowAgain() {
        TapRun.Result broken = brokenOff(bulk().streams("Lead"), 3);
        ObjectNode state = broken.state().deepCopy();
        ((ObjectNode) state.at("/bookmarks/Lead/bulk2")).put("locator", "MTIz");

        TapRun.Result rest = bulk().streams("Lead").state(state.toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", rest.records("Lead"));
    }

    @Test
    void aJobStillAtWorkIsAwaitedAgain() {
        sandbox.fault(Fault.of(SalesforceFault.BULK_JOB_SLOW).seconds(300));
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503)
                .path("/jobs/query/7")
                .at(3)
                .count(1));
        TapRun.Result broken = bulk().streams("Lead").run();
        sandbox.advance(Duration.ofMinutes(6));

        TapRun.Result rest =
                bulk().streams("Lead").state(broken.state().toString()).run();

        assertThat(broken.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        assertThat(broken.records("Lead")).isEmpty();
        Truths.assertSameStored(sandbox, "Lead", rest.records("Lead"));
    }
}
