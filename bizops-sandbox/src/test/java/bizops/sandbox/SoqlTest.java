package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each accepted query is compared with a plain Java filter over the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoqlTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12));
    private final Client client = new Client(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private void assertSelects(String where, Predicate<Map<String, @Nullable Object>> rule) {
        List<String> wanted = sandbox.truth("Lead").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")) && row.get("_gone_at") == null)
                .filter(rule)
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
        List<String> found = client.records("SELECT Id FROM Lead WHERE " + where).stream()
                .map(record -> record.path("Id").asText())
                .toList();

        assertThat(found).as(where).isNotEmpty().containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static String text(Map<String, @Nullable Object> row, String field) {
        return String.valueOf(row.get(field));
    }

    @Test
    void comparesTextWithoutCase() {
        assertSelects("LeadSource = 'WEB'", row -> text(row, "LeadSource").equals("Web"));
    }

    @Test
    void unequalTakesNullsToo() {
        assertSelects("LeadSource != 'Web'", row -> !text(row, "LeadSource").equals("Web"));
        assertSelects(
                "LeadSource NOT IN ('Web', 'Event')",
                row -> !List.of("Web", "Event").contains(text(row, "LeadSource")));
    }

    @Test
    void findsNulls() {
        assertSelects("MQL_Date__c = null", row -> row.get("MQL_Date__c") == null);
        assertSelects("MQL_Date__c != null", row -> row.get("MQL_Date__c") != null);
    }

    @Test
    void matchesPatterns() {
        assertSelects(
                "LastName LIKE '%a_i%'",
                row -> text(row, "LastName").toLowerCase(java.util.Locale.ROOT).matches(".*a.i.*"));
    }

    @Test
    void readsEscapedQuotes() {
        assertSelects("LastName = 'O\\'Brien'", row -> text(row, "LastName").equals("O'Brien"));
    }

    @Test
    void comparesInstantsWithZonesAndMilliseconds() {
        java.time.Instant bound = java.time.Instant.parse("2026-01-01T00:00:00Z");
        for (String literal : List.of(
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00.000Z",
                "2026-01-01T02:00:00+02:00",
                "2025-12-31T19:00:00-0500")) {
            assertSelects(
                    "SystemModstamp >= " + literal,
                    row -> !((java.time.Instant) Objects.requireNonNull(row.get("SystemModstamp"))).isBefore(bound));
        }
    }

    @Test
    void takesOneIdInBothLengths() {
        String id = text(sandbox.truth("Lead").get(10), "Id");

        assertSelects("Id = '" + id + "'", row -> text(row, "Id").equals(id));
        assertSelects(
                "Id IN ('" + id.substring(0, 15) + "')", row -> text(row, "Id").equals(id));
    }

    @Test
    void combinesConditions() {
        assertSelects(
                "NOT (IsConverted = true OR Status = 'Closed - Not Converted') AND (NumberOfEmployees > 100)",
                row -> !(Boolean.TRUE.equals(row.get("IsConverted"))
                                || text(row, "Status").equals("Closed - Not Converted"))
                        && ((java.math.BigDecimal) Objects.requireNonNull(row.get("NumberOfEmployees"))).intValue()
                                > 100);
    }

    @Test
    void filtersOverARelationship() {
        String name = text(sandbox.truth("User").get(5), "Name");

        assertSelects(
                "Owner.Name = '" + name.replace("'", "\\'") + "'",
                row -> sandbox.truth("User").stream()
                        .filter(user -> text(user, "Id").equals(text(row, "OwnerId")))
                        .anyMatch(user -> text(user, "Name").equals(name)));
    }

    @Test
    void knowsDaysRelativeToTheSandboxClock() {
        assertSelects(
                "CreatedDate = LAST_N_DAYS:30",
                row -> !((java.time.Instant) Objects.requireNonNull(row.get("CreatedDate")))
                        .isBefore(java.time.Instant.parse("2026-05-31T00:00:00Z")));
    }

    @Test
    void ordersByKeyAndIdAndStartsAgainFromTheLastRowSeen() {
        String order = " ORDER BY SystemModstamp, Id LIMIT 50";
        List<JsonNode> first = client.records("SELECT Id, SystemModstamp FROM Lead" + order);
        JsonNode last = first.get(49);
        String stamp = last.path("SystemModstamp").asText();

        List<JsonNode> next = client.records(
                "SELECT Id, SystemModstamp FROM Lead WHERE (SystemModstamp > " + stamp + " OR (SystemModstamp = "
                        + stamp + " AND Id > '" + last.path("Id").asText() + "'))" + order);

        List<JsonNode> hundred =
                client.records("SELECT Id, SystemModstamp FROM Lead ORDER BY SystemModstamp, Id LIMIT 100");
        assertThat(hundred.subList(0, 50)).isEqualTo(first);
        assertThat(hundred.subList(50, 100)).isEqualTo(next);
    }

    @Test
    void tiesLeftOpenAreNotInOrderOfId() {
        List<String> ids = client.records("SELECT Id FROM Lead ORDER BY IsDeleted").stream()
                .map(record -> record.path("Id").asText())
                .toList();

        assertThat(ids)
                .hasSizeGreaterThan(100)
                .isNotEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void putsNullsWhereAsked() {
        assertThat(client.records("SELECT MQL_Date__c FROM Lead ORDER BY MQL_Date__c LIMIT 1")
                        .get(0)
                        .path("MQL_Date__c")
                        .isNull())
                .isTrue();
        assertThat(client.records("SELECT MQL_Date__c FROM Lead ORDER BY MQL_Date__c DESC NULLS LAST LIMIT 1")
                        .get(0)
                        .path("MQL_Date__c")
                        .isNull())
                .isFalse();
    }

    @Test
    void countsWithoutRecords() {
        JsonNode answer = client.query("SELECT COUNT() FROM Lead WHERE IsConverted = true")
                .json();

        assertThat(answer.path("totalSize").asInt())
                .isEqualTo(client.records("SELECT Id FROM Lead WHERE IsConverted = true")
                        .size());
        assertThat(answer.path("records")).isEmpty();
        assertThat(answer.path("done").asBoolean()).isTrue();
    }

    @Test
    void aggregatesOverAllRowsThatMatch() {
        List<JsonNode> rows =
                client.records("SELECT Id, NumberOfEmployees, SystemModstamp FROM Lead WHERE IsConverted = true");
        JsonNode answer = client.query("SELECT COUNT(Id), SUM(NumberOfEmployees) staff, MAX(SystemModstamp),"
                        + " COUNT(NumberOfEmployees) FROM Lead WHERE IsConverted = true")
                .json();

        assertThat(answer.path("totalSize").asInt()).isEqualTo(1);
        JsonNode record = answer.path("records").path(0);
        assertThat(record.path("attributes").path("type").asText()).isEqualTo("AggregateResult");
        assertThat(record.path("expr0").asInt()).isEqualTo(rows.size()).isPositive();
        assertThat(record.path("staff").decimalValue())
                .isEqualByComparingTo(rows.stream()
                        .map(row -> row.path("NumberOfEmployees").decimalValue())
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
        assertThat(record.path("expr2").asText())
                .isEqualTo(rows.stream()
                        .map(row -> row.path("SystemModstamp").asText())
                        .max(java.util.Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(record.path("expr3").asLong())
                .isEqualTo(rows.stream()
                        .filter(row -> row.path("NumberOfEmployees").isNumber())
                        .count());
    }

    @Test
    void aggregatesOverNoRowAreNullButForTheCount() {
        JsonNode record = client.query("SELECT COUNT(Id), SUM(NumberOfEmployees) FROM Lead WHERE Email = 'nobody'")
                .json()
                .path("records")
                .path(0);

        assertThat(record.path("expr0").asInt()).isZero();
        assertThat(record.get("expr1").isNull()).isTrue();
    }

    @Test
    void anEmptyResultIsDone() {
        assertThat(client.query("SELECT Id FROM Lead WHERE Email = 'nobody'").body())
                .isEqualTo("{\"totalSize\":0,\"done\":true,\"records\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM Lead",
                "SELECT Id, FROM Lead",
                "SELECT Id FROM",
                "SELECT Id Lead",
                "SELECT * FROM Lead",
                "SELECT Id FROM Lead WHERE",
                "SELECT Id FROM Lead WHERE Email",
                "SELECT Id FROM Lead WHERE Email = 'x",
                "SELECT Id FROM Lead WHERE (Email = 'x'",
                "SELECT Id FROM Lead WHERE Email = 'x' AND Name = 'y' OR Title = 'z'",
                "SELECT Id FROM Lead WHERE SystemModstamp > 2026-01-01T00:00:00",
                "SELECT Id FROM Lead WHERE SystemModstamp > 2026-13-01T00:00:00Z",
                "SELECT Id FROM Lead ORDER SystemModstamp",
                "SELECT Id FROM Lead ORDER BY Description",
                "SELECT Id FROM Lead LIMIT -1",
                "SELECT Id FROM Lead LIMIT x",
                "SELECT Id FROM Lead LIMIT 1 WHERE Id != null",
                "SELECT Id FROM Lead; DELETE",
                "SELECT SUM(LastName) FROM Lead",
                "SELECT Id, COUNT(Id) FROM Lead",
                "SELECT COUNT(Id), Id FROM Lead",
                "SELECT AVG(NumberOfEmployees) FROM Lead",
                "SELECT Id FROM Lead GROUP BY Id",
                "SELECT Id, (SELECT Id FROM CampaignMembers) FROM Lead",
                "DELETE FROM Lead",
                ""
            })
    void refusesWhatTheGrammarDoesNotKnow(String soql) {
        Answer answer = client.query(soql);

        assertThat(answer.status()).as(soql).isEqualTo(400);
        assertThat(answer.code()).as(soql).isEqualTo("MALFORMED_QUERY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Nope FROM Lead | INVALID_FIELD",
                "SELECT Id, id FROM Lead | INVALID_FIELD",
                "SELECT Boss.Name FROM Lead | INVALID_FIELD",
                "SELECT Id FROM Nope | INVALID_TYPE",
                "SELECT Id FROM AggregateResult | INVALID_TYPE_FOR_OPERATION",
                "SELECT Id FROM Lead WHERE Description = 'x' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Address = 'x' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE SystemModstamp > '2026-01-01T00:00:00Z' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE SystemModstamp > 2026-01-01 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE ConvertedDate > 2026-01-01T00:00:00Z | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE NumberOfEmployees = '5' | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Email = 5 | INVALID_FIELD",
                "SELECT Id FROM Lead WHERE Id = 'short' | INVALID_QUERY_FILTER_OPERATOR",
                "SELECT Id FROM Lead WHERE NumberOfEmployees LIKE '5%' | INVALID_QUERY_FILTER_OPERATOR",
                "SELECT Id FROM Lead LIMIT 1 OFFSET 2001 | NUMBER_OUTSIDE_VALID_RANGE"
            })
    void refusesWhatTheSchemaDoesNotAllow(String soql, String code) {
        Answer answer = client.query(soql);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesAQueryOfMoreThanAHundredThousandCharacters() {
        String soql = "SELECT Id FROM Lead WHERE Email = '" + "x".repeat(100_000) + "'";
        Answer answer = client.post(
                Client.DATA + "/composite",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"referenceId\":\"q\",\"url\":\"" + Client.DATA
                        + "/query?q=" + Client.encode(soql) + "\"}]}");

        assertThat(answer.json().at("/compositeResponse/0/httpStatusCode").asInt())
                .isEqualTo(400);
        assertThat(answer.json().at("/compositeResponse/0/body/0/message").asText())
                .isEqualTo("SOQL statements can not be longer than 100000 characters");
    }
}
