package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import bizops.singer.testkit.audit.AuditLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

    private static AuditLine line(TapRun.Result audit, String stream) {
        return AuditLine.of(audit.messages(), stream, "Id", "SystemModstamp");
    }

    /** What the load has left that is not deleted. */
    private static List<JsonNode> rows(TapRun.Result loaded, String stream) {
        Warehouse warehouse = new Warehouse(stream);
        warehouse.load(loaded.messages());
        return warehouse.records().stream()
                .filter(row -> !row.path("IsDeleted").asBoolean())
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
        assertThat(line(audit, "Lead").rows()).isGreaterThan(10);
        assertThat(line(audit, "Opportunity").sum("Amount")).isPositive();
    }

    @Test
    void rowsChangedAndDeletedSinceTheLoadAreNamedAndNotCounted() {
        TapRun.Result loaded = load();
        List<String> leads = line(audit(loaded), "Lead").unchanged(rows(loaded, "Lead")).stream()
                .map(row -> row.path("Id").asText())
                .toList();
        sandbox.delete("Lead", leads.get(0));
        sandbox.delete("Lead", leads.get(1));
        sandbox.purge("Lead", leads.get(1));
        sandbox.advance(Duration.ofDays(3));
        TapRun.Result audit = audit(loaded);

        assertAgrees(loaded, audit);
        assertThat(line(audit, "Lead").changed()).contains(leads.get(0), leads.get(1));
        assertThat(line(audit, "Lead").rows()).isLessThanOrEqualTo(leads.size() - 2);
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
                    .json()
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
        assertThat(line(audit, "Lead").json().path("skip").asText()).contains("IsDeleted", "select it");
    }
}
