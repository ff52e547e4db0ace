package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows of Zuora and Marketo that are computed when asked for, behind the company's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiesTest {
    private static final int COMPUTED = 3000;
    /** Of digits, as Marketo's ids are, or of equal length, as Zuora's. */
    private static final Comparator<String> NUMBERS =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private static final SandboxOptions SMALL = SandboxOptions.defaults().scale(0.04);

    private final Sandbox sandbox =
            Sandbox.start(SMALL.rows("zuora.Subscription", COMPUTED).rows("marketo.leads", COMPUTED));
    private final Sandbox plain = Sandbox.start(SMALL);
    private final ZuoraClient zuora = new ZuoraClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
        plain.close();
    }

    private static List<String> ids(List<Map<String, @Nullable Object>> rows, String field) {
        return rows.stream().map(row -> String.valueOf(row.get(field))).toList();
    }

    private static Instant stamp(Map<String, @Nullable Object> row, String field) {
        return (Instant) Objects.requireNonNull(row.get(field));
    }

    private List<String> exported(String query) {
        List<List<String>> rows = zuora.rows(false, query);
        return rows.subList(1, rows.size()).stream().map(row -> row.get(0)).toList();
    }

    @Test
    void standBehindTheRowsThatAreThereWithoutThem() {
        assertBehind(
                ids(plain.zuora().truth("Subscription"), "Id"),
                ids(sandbox.zuora().truth("Subscription"), "Id"));
        assertBehind(
                ids(plain.marketo().truth("leads"), "id"), ids(sandbox.marketo().truth("leads"), "id"));
    }

    private static void assertBehind(List<String> own, List<String> all) {
        assertThat(all).hasSize(own.size() + COMPUTED).doesNotHaveDuplicates().isSortedAccordingTo(NUMBERS);
        assertThat(all.subList(0, own.size())).isEqualTo(own);
    }

    @Test
    void anExportHoldsThemWithTheirRelatedRows() {
        List<Map<String, @Nullable Object>> live = sandbox.zuora().truth("Subscription").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("Deleted")))
                .toList();

        assertThat(exported("select Id from Subscription")).hasSameElementsAs(ids(live, "Id"));
        List<List<String>> joined = zuora.rows(false, "select Id, Account.Id, Account.Name from Subscription");
        assertThat(joined.subList(1, joined.size()))
                .hasSize(live.size())
                .allSatisfy(row -> assertThat(row.get(2)).isNotEmpty());
        Map<String, String> accounts = live.stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("Id")), row -> "" + row.get("AccountId")));
        assertThat(joined.subList(1, joined.size()))
                .allSatisfy(row -> assertThat(accounts).containsEntry(row.get(0), row.get(1)));
    }

    @Test
    void aWindowHoldsThoseWhoseStampsLieInIt() {
        Instant from = Instant.parse("2026-02-01T00:00:00Z");
        Instant to = Instant.parse("2026-03-01T00:00:00Z");
        List<Map<String, @Nullable Object>> due = sandbox.zuora().truth("Subscription").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("Deleted")))
                .filter(row -> !stamp(row, "UpdatedDate").isBefore(from)
                        && stamp(row, "UpdatedDate").isBefore(to))
                .toList();

        assertThat(due).hasSizeBetween(50, 1000);
        assertThat(exported("select Id from Subscription where UpdatedDate >= '" + from + "' and UpdatedDate < '" + to
                        + "'"))
                .hasSameElementsAs(ids(due, "Id"));
    }

    @Test
    void comeInTheOrderOfIdsAndInNoOther() {
        assertThat(exported("select Id from Subscription order by Id"))
                .isSorted()
                .hasSizeGreaterThan(COMPUTED);
        assertThat(exported("select Id from Subscription order by Id limit 7")).hasSize(7);
        assertThat(zuora.submit("select Id from Subscription order by Name").body())
                .contains("computed rows");
    }

    @Test
    void aBulkExtractHoldsThosePersonsWhoChangedInItsWindow() {
        MarketoClient marketo = new MarketoClient(sandbox);
        String window = "{\"startAt\":\"2026-05-01T00:00:00Z\",\"endAt\":\"2026-05-31T00:00:00Z\"}";
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        Instant to = Instant.parse("2026-05-31T00:00:00Z");
        List<String> due = sandbox.marketo().truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .filter(row -> !stamp(row, "_changed_at").isBefore(from)
                        && !stamp(row, "_changed_at").isAfter(to))
                .map(row -> row.get("id") + "," + row.get("updatedAt"))
                .toList();

        List<String> file = marketo.extract(
                        "leads", "{\"fields\":[\"id\",\"updatedAt\"],\"filter\":{\"updatedAt\":" + window + "}}")
                .lines()
                .skip(1)
                .toList();

        assertThat(new HashSet<>(file)).isEqualTo(new HashSet<>(due));
        assertThat(file).filteredOn(line -> line.startsWith("1000")).hasSizeBetween(80, 200);
    }

    @Test
    void nothingCanBeCopiedWhereNothingIs() {
        assertThatThrownBy(() ->
                        Sandbox.start(SandboxOptions.defaults().scale(0.004).rows("zuora.CreditMemo", 5)))
                .hasMessageContaining("there is no CreditMemo to make copies of");
        assertThatThrownBy(() ->
                        Sandbox.start(SandboxOptions.defaults().scale(0.004).rows("zuora.Lead", 5)))
                .hasMessageContaining("no object Lead in Zuora");
    }
}
