package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import bizops.singer.testkit.audit.AuditLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --audit}: what Data Query counts, held to the rows that an earlier run read. */
class AuditTest {
    private static final String[] STREAMS = {"Account", "Subscription", "InvoiceItem", "Payment"};

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun.Result load() {
        TapRun.Result run = TapRun.against(sandbox).streams(STREAMS).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private TapRun.Result audit(TapRun.Result loaded) {
        TapRun.Result run = TapRun.against(sandbox)
                .streams(STREAMS)
                .state(loaded.state().toString())
                .audit()
                .run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.messages()).hasSameSizeAs(STREAMS);
        return run;
    }

    private static AuditLine line(TapRun.Result audit, String stream) {
        return AuditLine.of(audit.messages(), stream, "Id", "UpdatedDate");
    }

    /** What the load has left that is not deleted. */
    private static List<JsonNode> rows(TapRun.Result loaded, String stream) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        loaded.records(stream).forEach(row -> rows.put(row.path("Id").asText(), row));
        return rows.values().stream()
                .filter(row -> !row.path("Deleted").asBoolean())
                .toList();
    }

    private static void assertAgrees(TapRun.Result loaded, TapRun.Result audit) {
        assertThat(STREAMS)
                .allSatisfy(stream -> assertThat(line(audit, stream).differences(rows(loaded, stream)))
                        .isEmpty());
    }

    @Test
    void countsAndSumsAreThoseOfTheRowsThatWereRead() {
        TapRun.Result loaded = load();
        TapRun.Result audit = audit(loaded);

        assertAgrees(loaded, audit);
        assertThat(line(audit, "InvoiceItem").rows()).isGreaterThan(10);
        assertThat(line(audit, "InvoiceItem").sum("ChargeAmount")).isPositive();
    }

    @Test
    void rowsChangedAndDeletedSinceTheLoadAreNamedAndNotCounted() {
        TapRun.Result loaded = load();
        List<String> items = line(audit(loaded), "InvoiceItem").unchanged(rows(loaded, "InvoiceItem")).stream()
                .map(row -> row.path("Id").asText())
                .toList();
        sandbox.advance(Duration.ofDays(3));
        sandbox.zuora().delete("InvoiceItem", items.get(0));
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result audit = audit(loaded);

        assertAgrees(loaded, audit);
        assertThat(line(audit, "InvoiceItem").changed()).contains(items.get(0));
        assertThat(line(audit, "InvoiceItem").rows()).isLessThan(items.size());
    }
}
