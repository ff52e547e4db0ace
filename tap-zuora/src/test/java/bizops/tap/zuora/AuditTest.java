package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static JsonNode line(TapRun.Result audit, String stream) {
        return audit.messages().stream()
                .filter(line -> line.path("stream").asText().equals(stream))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> changed(JsonNode line) {
        Set<String> changed = new HashSet<>();
        line.path("changed").forEach(id -> changed.add(id.asText()));
        return changed;
    }

    private static Instant stamp(JsonNode row) {
        return Instant.parse(row.path("UpdatedDate").asText());
    }

    /** The rows of the load that the audit speaks of. */
    private static List<JsonNode> unchanged(TapRun.Result loaded, JsonNode line) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        loaded.records(line.path("stream").asText())
                .forEach(row -> rows.put(row.path("Id").asText(), row));
        Instant before = Instant.parse(line.path("before").asText());
        Set<String> changed = changed(line);
        return rows.values().stream()
                .filter(row -> !row.path("Deleted").asBoolean())
                .filter(row -> stamp(row).isBefore(before))
                .filter(row -> !changed.contains(row.path("Id").asText()))
                .toList();
    }

    private static void assertAgrees(TapRun.Result loaded, JsonNode line) {
        List<JsonNode> rows = unchanged(loaded, line);
        assertThat(line.path("rows").asInt()).as("%s", line.path("stream")).isEqualTo(rows.size());
        line.path("sums")
                .properties()
                .forEach(sum -> assertThat(new BigDecimal(sum.getValue().asText()))
                        .as("%s.%s", line.path("stream"), sum.getKey())
                        .isEqualByComparingTo(sum(rows, sum.getKey())));
        Optional<Instant> newest = rows.stream().map(AuditTest::stamp).max(Comparator.naturalOrder());
        assertThat(Optional.ofNullable(line.path("newest").textValue()).map(Instant::parse))
                .isEqualTo(newest);
    }

    private static BigDecimal sum(Collection<JsonNode> rows, String field) {
        return rows.stream()
                .map(row -> row.path(field))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void countsAndSumsAreThoseOfTheRowsThatWereRead() {
        TapRun.Result loaded = load();
        TapRun.Result audit = audit(loaded);

        for (String stream : STREAMS) {
            assertAgrees(loaded, line(audit, stream));
        }
        assertThat(line(audit, "InvoiceItem").path("rows").asInt()).isGreaterThan(10);
        assertThat(new BigDecimal(line(audit, "InvoiceItem")
                        .path("sums")
                        .path("ChargeAmount")
                        .asText()))
                .isPositive();
    }

    @Test
    void rowsChangedAndDeletedSinceTheLoadAreNamedAndNotCounted() {
        TapRun.Result loaded = load();
        List<String> items = unchanged(loaded, line(audit(loaded), "InvoiceItem")).stream()
                .map(row -> row.path("Id").asText())
                .toList();
        sandbox.advance(Duration.ofDays(3));
        sandbox.zuora().delete("InvoiceItem", items.get(0));
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result audit = audit(loaded);

        for (String stream : STREAMS) {
            assertAgrees(loaded, line(audit, stream));
        }
        assertThat(changed(line(audit, "InvoiceItem"))).contains(items.get(0));
        assertThat(line(audit, "InvoiceItem").path("rows").asInt()).isLessThan(items.size());
    }
}
