package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bizops.sandbox.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are computed when asked for, among the company's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesTest {
    private static final int COMPUTED = 5000;
    private static final SandboxOptions OPTIONS =
            SandboxOptions.defaults().scale(0.04).rows("Lead", COMPUTED);

    private final Sandbox sandbox = Sandbox.start(OPTIONS);
    private final Client client = new Client(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<String, @Nullable Object>> live() {
        return sandbox.truth("Lead").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")) && row.get("_gone_at") == null)
                .toList();
    }

    private static List<String> ids(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(SeriesTest::id).toList();
    }

    private static String id(Map<String, @Nullable Object> row) {
        return String.valueOf(row.get("Id"));
    }

    private static Instant stamp(Map<String, @Nullable Object> row) {
        return (Instant) Objects.requireNonNull(row.get("SystemModstamp"));
    }

    private List<String> found(String soql) {
        return client.records(soql).stream()
                .map(record -> record.path("Id").asText())
                .toList();
    }

    @Test
    void standBesideTheCompanysOwnRowsInTheTruth() {
        assertThat(sandbox.truth("Lead")).hasSizeGreaterThan(COMPUTED + 100);
        assertThat(ids(sandbox.truth("Lead"))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void comeOverAllPagesInOrderOfId() {
        assertThat(found("SELECT Id, Name FROM Lead")).isEqualTo(ids(live()));
    }

    @Test
    void areMergedWithTheOthersInOrderOfTheirStamps() {
        List<String> sorted = ids(live().stream()
                .sorted(Comparator.comparing(SeriesTest::stamp).thenComparing(SeriesTest::id))
                .toList());

        assertThat(found("SELECT Id FROM Lead ORDER BY SystemModstamp, Id")).isEqualTo(sorted);
    }

    @Test
    void comeTheOtherWayRoundToo() {
        List<String> sorted = ids(live().stream()
                .sorted(Comparator.comparing(SeriesTest::id).reversed())
                .toList());

        assertThat(found("SELECT Id FROM Lead ORDER BY Id DESC")).isEqualTo(sorted);
    }

    @Test
    void passTheSameConditionsAsOtherRows() {
        List<Map<String, @Nullable Object>> all = live();
        Instant from = stamp(all.get(all.size() - 3000));
        Instant to = stamp(all.get(all.size() - 40));
        List<String> wanted = all.stream()
                .filter(row -> "Web".equals(row.get("LeadSource")))
                .filter(row -> !stamp(row).isBefore(from) && stamp(row).isBefore(to))
                .map(SeriesTest::id)
                .toList();

        assertThat(found("SELECT Id FROM Lead WHERE LeadSource = 'Web' AND SystemModstamp >= " + from
                        + " AND SystemModstamp < " + to))
                .hasSizeGreaterThan(100)
                .isEqualTo(wanted);
    }

    @Test
    void areCounted() {
        int live = live().size();

        assertThat(client.query("SELECT COUNT() FROM Lead")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(live);
        assertThat(client.get(Client.DATA + "/limits/recordCount?sObjects=Lead")
                        .json()
                        .path("sObjects")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(live);
    }

    @Test
    void haveTheValuesOfTheTruth() {
        Map<String, @Nullable Object> last = live().get(live().size() - 1);

        JsonNode record = client.get(Client.DATA + "/sobjects/Lead/" + id(last)).json();

        for (String field : List.of("LastName", "Company", "Email", "Status", "OwnerId", "Mail_Domain__c")) {
            assertThat(record.path(field).asText()).as(field).isEqualTo(String.valueOf(last.get(field)));
        }
        assertThat(record.path("AnnualRevenue").decimalValue())
                .isEqualByComparingTo(new java.math.BigDecimal(String.valueOf(last.get("AnnualRevenue"))));
    }

    @Test
    void areToldAsUpdatedInTheirTime() {
        Instant end = sandbox.now();
        Instant start = end.minusSeconds(20L * 24 * 3600);
        List<String> wanted =
                ids(live().stream().filter(row -> !stamp(row).isBefore(start)).toList());

        JsonNode answer = client.get(Client.DATA + "/sobjects/Lead/updated?start=" + start + "&end=" + end)
                .json();

        assertThat(answer.path("ids")).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void areTheSameInEverySandboxOfTheSameOptions() {
        try (Sandbox other = Sandbox.start(OPTIONS)) {
            assertThat(other.truthLines("Lead")).isEqualTo(sandbox.truthLines("Lead"));
        }
    }

    @Test
    void refuseAnOrderThatWouldHaveToHoldThem() {
        Answer answer = client.query("SELECT Id FROM Lead ORDER BY LastName");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("order of Id, SystemModstamp");
    }

    @Test
    void refuseAChange() {
        String id = id(live().get(live().size() - 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.update("Lead", id, Map.of("LastName", "x")))
                .withMessageContaining("cannot change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CampaignMember", "OpportunityHistory", "Nothing"})
    void refuseObjectsWhoseRowsCannotStandByThemselves(String object) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Sandbox.start(SandboxOptions.defaults().scale(0.004).rows(object, 10)))
                .withMessageContaining(object);
    }
}
