package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --audit}: what Salesforce counts, held to the rows that an earlier run read. */
class AuditTest {
    private static final String[] STREAMS = {"Opportunity", "Lead", "CampaignMember", "User"};

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun.Result load() {
        TapRun.Result run = TapRun.against(sandbox).streams(STREAMS).state("{}").run();
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

    private static List<JsonNode> unchanged(TapRun.Result loaded, JsonNode line) {
        Warehouse warehouse = new Warehouse(line.path("stream").asText());
        warehouse.load(loaded.messages());
        Instant before = Instant.parse(line.path("before").asText());
        Set<String> changed = new HashSet<>();
        line.path("changed").forEach(id -> changed.add(id.asText()));
        return warehouse.records().stream()
                .filter(row -> !row.path("IsDeleted").asBoolean())
                .filter(row -> stamp(row).isBefore(before))
                .filter(row -> !changed.contains(row.path("Id").asText()))
                .toList();
    }

    private static Instant stamp(JsonNode row) {
        return Instant.parse(row.path("SystemModstamp").asText());
    }

    private static void assertAgrees(TapRun.Result loaded, JsonNode line) {
        List<JsonNode> rows = unchanged(loaded, line);
        assertThat(line.path("rows").asInt()).as("%s", line.path("stream")).isEqualTo(rows.size());
        line.path("sums").properties().forEach(sum -> {
            BigDecimal ours = rows.stream()
                    .map(row -> row.path(sum.getKey()))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(sum.getValue().asText()))
                    .as("%s.%s", line.path("stream"), sum.getKey())
                    .isEqualByComparingTo(ours);
        });
        Optional<Instant> newest = rows.stream().map(AuditTest::stamp).max(Comparator.naturalOrder());
        assertThat(Optional.ofNullable(line.path("newest").textValue()).map(Instant::parse))
                .isEqualTo(newest);
    }

    @Test
    void countsAndSumsAreThoseOfTheRowsThatWereRead() {
        TapRun.Result loaded = load();
        TapRun.Result audit = audit(loaded);

        for (String stream : STREAMS) {
            assertAgrees(loaded, line(audit, stream));
        }
        assertThat(line(audit, "Lead").path("rows").asInt()).isGreaterThan(10);
        assertThat(new BigDecimal(
                        line(audit, "Opportunity").path("sums").path("Amount").asText()))
                .isPositive();
    }

    @Test
    void rowsChangedAndDeletedSinceTheLoadAreNamedAndNotCounted() {
        TapRun.Result loaded = load();
        List<String> leads = unchanged(loaded, line(audit(loaded), "Lead")).stream()
                .map(row -> row.path("Id").asText())
                .toList();
        sandbox.delete("Lead", leads.get(0));
        sandbox.delete("Lead", leads.get(1));
        sandbox.purge("Lead", leads.get(1));
        sandbox.advance(Duration.ofDays(3));
        TapRun.Result audit = audit(loaded);

        for (String stream : STREAMS) {
            assertAgrees(loaded, line(audit, stream));
        }
        assertThat(line(audit, "Lead").path("changed"))
                .extracting(JsonNode::asText)
                .contains(leads.get(0), leads.get(1));
        assertThat(line(audit, "Lead").path("rows").asInt()).isLessThanOrEqualTo(leads.size() - 2);
    }

    @Test
    void formulasAreNotSummedForTheyChangeWithoutANewStamp() {
        JsonNode catalog =
                TapRun.against(sandbox).streams(STREAMS).discover().run().catalog();
        Set<String> formulas = new HashSet<>();
        catalog.path("streams")
                .forEach(stream -> stream.path("metadata").forEach(field -> {
                    if (field.path("metadata").path("calculated").asBoolean()) {
                        formulas.add(stream.path("stream").asText() + "."
                                + field.path("breadcrumb").path(1).asText());
                    }
                }));
        assertThat(formulas).contains("Opportunity.ExpectedRevenue");

        TapRun.Result audit = audit(load());

        for (String stream : STREAMS) {
            line(audit, stream)
                    .path("sums")
                    .fieldNames()
                    .forEachRemaining(field -> assertThat(formulas).doesNotContain(stream + "." + field));
        }
    }

    @Test
    void aStreamWithoutTheFlagOfItsBinIsSkippedWithTheReason() {
        String state = load().state().toString();
        TapRun.Result audit = TapRun.against(sandbox)
                .catalog("{\"streams\":[{\"tap_stream_id\":\"Lead\",\"metadata\":["
                        + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                        + "{\"breadcrumb\":[\"properties\",\"IsDeleted\"],\"metadata\":{\"selected\":false}}]}]}")
                .state(state)
                .audit()
                .run();

        assertThat(audit.code()).as(audit.err()).isEqualTo(ExitCode.OK);
        assertThat(line(audit, "Lead").path("skip").asText()).contains("IsDeleted", "select it");
    }
}
