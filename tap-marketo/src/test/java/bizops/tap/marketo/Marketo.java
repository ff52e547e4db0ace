package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests against the sandbox have in common: a small company, and runs of the tap against its instance. */
abstract class Marketo {
    Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.008));
    private final List<TapRun.Result> runs = new ArrayList<>();

    @BeforeEach
    void forget() {
        runs.clear();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    TapRun tap() {
        return TapRun.against(
                        sandbox.url(),
                        sandbox.marketo().clientId(),
                        sandbox.marketo().clientSecret())
                .set("start_date", "2026-03-01T00:00:00Z");
    }

    /** Runs to a good end and is remembered. */
    TapRun.Result read(String... streams) {
        return remember(tap().streams(streams).run());
    }

    /** The same from a state. */
    TapRun.Result readFrom(JsonNode state, String... streams) {
        return remember(tap().streams(streams).state(state.toString()).run());
    }

    TapRun.Result remember(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        runs.add(run);
        return run;
    }

    /** The records of all remembered runs together. */
    List<JsonNode> all(String stream) {
        List<JsonNode> all = new ArrayList<>();
        runs.forEach(run -> all.addAll(run.records(stream)));
        return all;
    }

    /** The number of a lead that is alive, the first of them by order of creation. */
    long lead(int place) {
        return (Long) sandbox.marketo().truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .skip(place)
                .findFirst()
                .map(row -> row.get("id"))
                .orElseThrow();
    }

    /** Requests whose path begins so. */
    long requests(String path) {
        return sandbox.marketo().usage().entries().stream()
                .filter(entry -> entry.path().startsWith(path))
                .count();
    }

    static Instant end(JsonNode bookmark) {
        return Instant.parse(bookmark.path("replication_key_value").asText());
    }

    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
