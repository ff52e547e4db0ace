package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a consumer kept of a run, the next run completes it and repeats little. */
class ResumeTest {
    private static final int STATE_EVERY = 100;
    private static final int PAGE = 200;
    private static final String[] STREAMS = {"Campaign", "CampaignMember", "Lead"};

    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    private static final Sandbox LATER =
            Sandbox.start(SandboxOptions.defaults().scale(0.04).advance(Duration.ofHours(1)));
    private static final TapRun.Result FIRST_RUN = laterTap().run();
    private static final List<JsonNode> SECOND_RUN = tenDaysLater();
    private static final String WHOLE_TABLE = Catalogs.selecting(SANDBOX, "Lead", "FULL_TABLE");
    private static final List<JsonNode> INCREMENTAL_RUN =
            tap().streams(STREAMS).run().messages();
    private static final List<JsonNode> WHOLE_TABLE_RUN =
            tap().catalog(WHOLE_TABLE).run().messages();

    @AfterContainer
    static void close() {
        SANDBOX.close();
        LATER.close();
    }

    private static TapRun tap() {
        return TapRun.against(SANDBOX).set("page_size", PAGE).set("state_every_records", STATE_EVERY);
    }

    @Property(tries = 25)
    void anIncrementalReadCutOffAnywhereIsCompletedFromItsLastState(@ForAll @IntRange(max = 100_000) int cut) {
        Kept kept = Kept.of(INCREMENTAL_RUN, cut);

        TapRun.Result rest =
                tap().streams(STREAMS).state(kept.state().toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        long repeated = 0;
        for (String stream : STREAMS) {
            List<JsonNode> both = new ArrayList<>(kept.records(stream));
            both.addAll(rest.records(stream));
            Truths.assertSame(SANDBOX, stream, both);
            repeated += both.size() - Truths.newest(both).size();
        }
        assertThat(repeated).isLessThanOrEqualTo(STATE_EVERY + PAGE);
    }

    @Property(tries = 15)
    void aLaterReadCutOffAnywhereIsCompletedFromItsLastState(@ForAll @IntRange(max = 100_000) int cut) {
        Kept kept = Kept.of(SECOND_RUN, cut);

        TapRun.Result rest = laterTap()
                .state((kept.state().isEmpty() ? FIRST_RUN.state() : kept.state()).toString())
                .run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        for (String stream : STREAMS) {
            List<JsonNode> all = new ArrayList<>(FIRST_RUN.records(stream));
            all.addAll(kept.records(stream));
            all.addAll(rest.records(stream));
            Map<String, JsonNode> newest = Truths.newest(all);
            newest.values().removeIf(record -> record.hasNonNull("_sdc_deleted_at"));
            Truths.assertSameStored(LATER, stream, newest.values());
        }
    }

    private static TapRun laterTap() {
        return TapRun.against(LATER).streams(STREAMS).set("page_size", PAGE).set("state_every_records", 20);
    }

    /** What a second run sends after ten days, in which rows changed, came and went. */
    private static List<JsonNode> tenDaysLater() {
        LATER.advance(Duration.ofDays(10));
        return laterTap().state(FIRST_RUN.state().toString()).run().messages();
    }

    @Property(tries = 15)
    void aWholeTableCutOffAnywhereIsCompletedFromItsLastState(@ForAll @IntRange(max = 100_000) int cut) {
        Kept kept = Kept.of(WHOLE_TABLE_RUN, cut);

        TapRun.Result rest =
                tap().catalog(WHOLE_TABLE).state(kept.state().toString()).run();

        assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
        List<JsonNode> both = new ArrayList<>(kept.records("Lead"));
        both.addAll(rest.records("Lead"));
        Truths.assertSame(SANDBOX, "Lead", both);
    }

    /** The messages up to a cut, as far as a consumer has committed them: up to the last state. */
    private record Kept(List<JsonNode> messages, JsonNode state) {
        /** Keeps the records before the cut, those behind the last state too: they are written and come again. */
        static Kept of(List<JsonNode> all, int cut) {
            List<JsonNode> messages = all.subList(0, cut % (all.size() + 1));
            JsonNode state = TapRun.JSON.createObjectNode();
            for (JsonNode message : messages) {
                state = message.path("type").asText().equals("STATE") ? message.path("value") : state;
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
