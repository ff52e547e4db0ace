package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses, literals and results by the vendor's pages on Export ZOQL (clauses, filter, dates, select). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoqlTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final ZuoraClient client = new ZuoraClient(sandbox);
    private String account = "";

    @BeforeAll
    void plant() {
        account = sandbox.zuora().insert("Account", Map.of("Name", "Planted"));
        row("a", "2026-03-01T10:00:00+0000", "1", "x");
        row("b", "2026-03-02T04:30:00+0000", "-11095", "it's");
        row("c", "2026-03-02T10:00:00+0000", "1265.80645161290328", "X1");
        row("d", "2026-03-03T10:00:00+0000", null, null);
    }

    private void row(String name, String updated, @Nullable String amount, @Nullable String comment) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("InvoiceNumber", "TEST-" + name);
        values.put("Account.Id", account);
        values.put("UpdatedDate", updated);
        values.put("InvoiceDate", updated.substring(0, 10));
        values.put("IncludesUsage", name.equals("a"));
        if (amount != null) {
            values.put("Amount", new BigDecimal(amount));
            values.put("Comments", comment);
        }
        sandbox.zuora().insert("Invoice", values);
    }

    @BeforeEach
    void usualZone() {
        sandbox.zuora().zone(ZoneId.of("America/New_York"));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    /** The letters of the planted rows that a condition finds. */
    private String found(String condition) {
        TreeSet<String> letters = new TreeSet<>();
        List<List<String>> rows = client.rows(
                "select InvoiceNumber from Invoice where InvoiceNumber like 'TEST-%' and (" + condition + ")");
        rows.subList(1, rows.size()).forEach(row -> letters.add(row.get(1).substring(5)));
        return String.join("", letters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amount > 0 | ac",
                "Amount >= '1' | ac",
                "Amount < 1 | b",
                "Amount <= 1 | ab",
                "Amount = 1265.80645161290328 | c",
                "Amount != 1 | bc",
                "Amount is null | d",
                "Amount = null | d",
                "Amount != null | abc",
                "Amount is not null | abc",
                "not (Amount = 1) | bc",
                "Amount = 1 or Amount is null | ad",
                "Amount > 0 and Amount < 100 or InvoiceNumber = 'TEST-d' | ad",
                "Amount > 0 and (Amount < 100 or Amount > 1000) | ac",
                "Comments = 'it''s' | b",
                "Comments = \"it's\" | b",
                "Comments like 'x%' | ac",
                "Comments like '%S' | b",
                "IncludesUsage = true | a",
                "IncludesUsage != 'true' | bcd",
                "Account.Name = 'Planted' | abcd",
                "account.name = 'Other' | ''",
                "InvoiceDate = '2026-03-02' | bc",
                "InvoiceDate > '2026-03-02' | d",
                "UpdatedDate >= '2026-03-02T10:00:00Z' | cd",
                "UpdatedDate > '2026-03-02T10:00:00Z' | d",
                "UpdatedDate = '2026-03-02T10:00:00+00:00' | c",
                "UpdatedDate < '2026-03-02T10:00:00+0000' | ab",
                "UpdatedDate <= '2026-03-02T10:00Z' | abc"
            })
    void conditionsFindRows(String condition, String letters) {
        assertThat(found(condition)).isEqualTo(letters);
    }

    @Test
    void aTimeWithoutAnOffsetAndADateAreOfTheTenantsZone() {
        assertThat(found("UpdatedDate >= '2026-03-02T05:00:00'")).isEqualTo("cd");
        assertThat(found("UpdatedDate = '2026-03-01'")).isEqualTo("ab");
        assertThat(found("UpdatedDate > '2026-03-01'")).isEqualTo("cd");
        sandbox.zuora().zone(ZoneId.of("Asia/Tokyo"));
        assertThat(found("UpdatedDate >= '2026-03-02T19:00:00'")).isEqualTo("cd");
        assertThat(found("UpdatedDate = '2026-03-01'")).isEqualTo("a");
    }

    @Test
    void aLiteralWithASpaceDropsItsPredicateWithoutAWord() {
        assertThat(found("UpdatedDate >= '2026-03-03 00:00:00'")).isEqualTo("abcd");
        assertThat(found("UpdatedDate >= '2026-03-03 00:00:00' and Amount = 1")).isEqualTo("a");
        assertThat(found("not UpdatedDate >= '2026-03-03 00:00:00'")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Account where UpdatedDate >= TIMESTAMP '2026-03-01 00:00:00'",
                "select Id from Account where UpdatedDate >= '2026-03-01T00:00:00.000Z'",
                "select Id from Account where UpdatedDate >= '2026-13-01T00:00:00Z'",
                "select Id from Account where Balance = 'much'",
                "select Id from Account where Name like '%a%b'",
                "select Id from Account where Id in ('a')",
                "select count(Id) from Account",
                "select Id from Account group by Id",
                "select Id from Account limit x",
                "select Id from Account where",
                "select from Account",
                "select Id Account",
                "select Id from Account where Name = 'a",
                "select PasswordHash from Account",
                "select BillToContactId from Account",
                "select Account.BillToContact.Id from Invoice"
            })
    void whatTheGrammarDoesNotKnowIsASyntaxError(String query) {
        assertThat(client.refusal(query)).startsWith("90005 There is a syntax error");
    }

    @Test
    void aLongQueryIsRefused() {
        assertThat(client.refusal("select Id from Account where Name != '" + "x".repeat(20_000) + "'"))
                .startsWith("90005");
    }

    @Test
    void aStarHasNoRelatedIdsAndARelatedStarAllFieldsOfTheRow() {
        List<String> own = client.rows(false, "select * from InvoicePayment").get(0);
        List<String> related =
                client.rows(false, "select Account.* from InvoicePayment").get(0);

        assertThat(own).contains("InvoicePayment.Amount").doesNotContain("Invoice.Id");
        assertThat(related).contains("Account.Name").doesNotContain("Account.PasswordHash");
    }

    @Test
    void rowsCanBeOrderedAndCut() {
        String query = "select InvoiceNumber from Invoice where InvoiceNumber like 'TEST-%' order by Amount";

        assertThat(numbers(query)).containsExactly("d", "b", "a", "c");
        assertThat(numbers(query + " desc")).containsExactly("c", "a", "b", "d");
        assertThat(numbers(query + " limit 2")).containsExactly("d", "b");
        assertThat(numbers(query + " limit 1,2")).containsExactly("b", "a");
        assertThat(numbers(query + " limit 9,2")).isEmpty();
    }

    private List<String> numbers(String query) {
        List<List<String>> rows = client.rows(false, query);
        return rows.subList(1, rows.size()).stream()
                .map(row -> row.get(0).substring(5))
                .toList();
    }

    @Test
    void namesIgnoreCaseAndHeadersDoNot() {
        assertThat(client.rows(false, "SELECT id, billtocontact.workemail FROM account LIMIT 1")
                        .get(0))
                .containsExactly("Account.Id", "BillToContact.WorkEmail");
    }

    @Test
    void withoutOrderRowsComeInNoOrder() {
        List<String> ids = client.rows(false, "select Id from Contact").stream()
                .skip(1)
                .map(row -> row.get(0))
                .toList();

        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void aDeletedRowIsReportedWithoutItsRelatedRowsAndNotForEver() {
        try (Sandbox own = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            String id = own.zuora().insert("Refund", Map.of("Account.Id", account, "RefundNumber", "R-X"));
            own.zuora().delete("Refund", id);
            ZuoraClient user = new ZuoraClient(own);
            String query = "select Id, Account.Id, Account.Name, RefundNumber from Refund where RefundNumber = 'R-X'";

            assertThat(user.rows(query).get(1)).containsExactly("true", id, "", "", "R-X");
            assertThat(user.rows(false, query)).hasSize(1);
            own.advance(java.time.Duration.ofDays(30));
            user.login();
            assertThat(user.rows(query)).hasSize(1);
        }
    }

    @Test
    void valuesAreQuotedByTheRfcAndMidnightOfZuorasMachinesIsAMereDate() {
        String text = "a,\"b\"\r\nc\u0000😀 ";
        String id = sandbox.zuora()
                .insert(
                        "Product",
                        Map.of("Name", "Odd", "Description", text, "UpdatedDate", "2026-01-15T08:00:00+0000"));

        assertThat(client.rows("select Description, UpdatedDate, Id, SKU from Product where Id = '" + id + "'")
                        .get(1))
                .containsExactly("false", text, "2026-01-15", id, "");
    }

    @Test
    void joiningTheStatusHistoryAndAnObjectWithoutFieldsAbortTheJob() {
        for (String query :
                List.of("select SubscriptionStatusHistory.Id from Subscription", "select * from BillingPreviewRun")) {
            String id = client.submit(false, query).json().path("id").asText();
            assertThat(client.finished(id).path("status").asText()).isEqualTo("aborted");
        }
    }
}
