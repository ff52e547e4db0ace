package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** The CSV that the sandbox writes and the tap's reader agree on every text. */
class AnyTextTest {
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxOptions.defaults().scale(0.004).advance(Duration.ofHours(3)));

    @AfterContainer
    static void close() {
        SANDBOX.close();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void anyTextThatTheTenantHoldsArrivesAsItIs(@ForAll @Size(min = 20, max = 60) List<String> texts) {
        Map<String, String> notes = new LinkedHashMap<>();
        texts.forEach(text -> notes.put(SANDBOX.zuora().insert("Account", Map.of("Notes", text)), text));
        SANDBOX.advance(Duration.ofSeconds(1));

        Map<String, JsonNode> sent =
                Truths.newest(TapRun.against(SANDBOX).streams("Account").run().records("Account"));

        assertThat(sent).containsKeys(notes.keySet().toArray(String[]::new));
        notes.forEach((id, text) -> assertThat(
                        Objects.requireNonNull(sent.get(id)).path("Notes").asText(""))
                .isEqualTo(arrived(text)));
    }

    /** What no UTF-8 holds, and U+0000, do not arrive; null is read as the empty text, which Zuora writes alike. */
    private static String arrived(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
