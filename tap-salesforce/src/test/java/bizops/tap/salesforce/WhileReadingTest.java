package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organisation goes on while the tap reads page after page. */
class WhileReadingTest {
    private Sandbox sandbox;
    private final Warehouse warehouse = new Warehouse("Lead");

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox)
                .streams("Lead")
                .set("page_size", 200)
                .set("state_every_records", 100)
                .set("api_type", "REST");
    }

    private TapRun.Result load(TapRun tap) {
        TapRun.Result run = tap.run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        warehouse.load(run.messages());
        return run;
    }

    /** A run during which something happens once the first state of its rows is out, and another one later. */
    private void readWhile(Runnable action) {
        TapRun.Result first = load(tap().tee(new OnMessage(2, "\"STATE\"", action)));
        sandbox.advance(Duration.ofMinutes(10));
        load(tap().state(first.state().toString()));
    }

    private List<String> ids() {
        return sandbox.truth("Lead").stream()
                .filter(row -> row.get("_gone_at") == null)
                .sorted(Comparator.comparing(row -> (Instant) Objects.requireNonNull(row.get("SystemModstamp"))))
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
    }

    @Test
    void rowsThatMoveBehindTheCursorComeWithTheNextWindow() {
        List<String> ids = ids();

        readWhile(() -> {
            sandbox.update("Lead", ids.get(5), Map.of("Title", "read before"));
            sandbox.update("Lead", ids.get(ids.size() - 5), Map.of("Title", "not yet read"));
        });

        Truths.assertSameStored(sandbox, "Lead", warehouse.records());
    }

    @Test
    void rowsThatAppearInsideTheWindowOrVanishFromItAreNotMissed() {
        List<String> ids = ids();

        readWhile(() -> {
            sandbox.insert("Lead", Map.of("LastName", "New", "Company", "New"));
            sandbox.delete("Lead", ids.get(5));
            sandbox.delete("Lead", ids.get(ids.size() - 5));
            sandbox.purge("Lead", ids.get(ids.size() - 6));
        });

        Truths.assertSameStored(sandbox, "Lead", warehouse.records());
    }

    @Test
    void aRowStampedInTheFutureWaitsForItsTimeAndHoldsNothingUp() {
        Instant later = sandbox.now().plus(Duration.ofDays(1));
        String id = sandbox.insert(
                "Lead", Map.of("LastName", "Early", "Company", "Early", "SystemModstamp", later.toString()));
        TapRun.Result first = load(tap());

        assertThat(warehouse.records())
                .noneMatch(record -> record.path("Id").asText().equals(id));
        assertThat(Instant.parse(
                        first.bookmark("Lead").path("replication_key_value").asText()))
                .isBefore(sandbox.now());
        sandbox.advance(Duration.ofDays(2));
        load(tap().state(first.state().toString()));
        assertThat(warehouse.records())
                .anyMatch(record -> record.path("Id").asText().equals(id));
    }

    @Test
    void aSessionThatEndedForIdlenessIsRenewedAndItsPagesReadOn() {
        TapRun.Result run = load(tap().tee(new OnMessage(2, "\"STATE\"", () -> sandbox.advance(Duration.ofHours(3)))));

        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(sandbox.usage().entries().stream()
                        .filter(entry -> entry.path().equals("/services/oauth2/token")))
                .hasSize(2);
    }
}
