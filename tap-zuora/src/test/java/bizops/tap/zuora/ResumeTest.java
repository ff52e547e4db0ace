package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a consumer kept of a run, the next run completes it. */
class ResumeTest {
    private static final String[] STREAMS = {"Account", "InvoiceItem", "RatePlanCharge"};

    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    private static final Sandbox LATER =
            Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    private static final TapRun.Result FIRST_RUN = tap(LATER).run();
    private static final List<JsonNode> SECOND_RUN = tenDaysLater();
    private static final List<JsonNode> WHOLE_RUN = tap(SANDBOX).run().messages();

    @AfterContainer
    static void close() {
        SANDBOX.close();
        LATER.close();
    }

    private static TapRun tap(Sandbox sandbox) {
        return TapRun.against(sandbox).streams(STREAMS).set("page_rows", 50).set("state_every_records", 20);
    }

    private static List<JsonNode> tenDaysLater() {
        LATER.advance(Duration.ofDays(10));
        return tap(LATER).state(FIRST_RUN.state().toString()).run().messages();
    }

    @Property(tries = 25)
    void aFirstReadCutOffAnywhereIsCompletedFromItsLastState(@ForAll @IntRange(max = 100_000) int cut) {
        Kept kept = Kept.of(WHOLE_RUN, cut, "{}");

        TapRun.Result rest = tap(SANDBOX).state(kept.state()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            List<JsonNode> both = new ArrayList<>(kept.records(stream));
            both.addAll(rest.records(stream));
            Truths.assertSame(SANDBOX, stream, both, rest.fields(stream));
        }
    }

    @Property(tries = 25)
    void aLaterReadCutOffAnywhereIsCompletedFromItsLastState(@ForAll @IntRange(max = 100_000) int cut) {
        Kept kept = Kept.of(SECOND_RUN, cut, FIRST_RUN.state().toString());

        TapRun.Result rest = tap(LATER).state(kept.state()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            List<JsonNode> all = new ArrayList<>(FIRST_RUN.records(stream));
            all.addAll(kept.records(stream));
            all.addAll(rest.records(stream));
            Truths.assertSame(LATER, stream, all, rest.fields(stream));
        }
    }

    /** The messages up to a cut, as far as a consumer has committed them: up to the last state. */
    private record Kept(List<JsonNode> messages, String state) {
        /** Keeps the records before the cut, those behind the last state too: they are written and come again. */
        static Kept of(List<JsonNode> all, int cut, String before) {
            List<JsonNode> messages = all.subList(0, cut % (all.size() + 1));
            String state = before;
            for (JsonNode message : messages) {
                state = message.path("type").asText().equals("STATE")
                        ? message.path("value").toString()
                        : state;
            }
            return new Kept(messages, state);
        }

        List<JsonNode> records(String stream) {
            return messages.stream()
                    .filter(message -> message.path("type").asText().equals("RECORD")
                            && message.path("stream").asText().equals(stream))
                    .map(message -> message.path("record"))
                    .toList();
        }
    }
}
