package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.4));
    private final Client client = new Client(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void pagesGiveEveryLiveRowOnceAndNoOther() {
        Set<String> live = new HashSet<>();
        sandbox.truth("Lead").stream()
                .filter(row -> Boolean.FALSE.equals(row.get("IsDeleted")))
                .forEach(row -> live.add((String) row.get("Id")));

        List<String> read =
                client.records("SELECT Id, Name FROM Lead", "Sforce-Query-Options", "batchSize=200").stream()
                        .map(record -> record.path("Id").asText())
                        .toList();

        assertThat(read).hasSizeGreaterThan(1000).doesNotHaveDuplicates().hasSameElementsAs(live);
    }

    @Test
    void refusesAnUnknownFieldAndPointsAtIt() {
        Answer answer = client.query("SELECT Id,Foo__c FROM Lead");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_FIELD");
        assertThat(answer.message())
                .isEqualTo("\nSELECT Id,Foo__c FROM Lead\n          ^\nERROR at Row:1:Column:11\n"
                        + "No such column 'Foo__c' on entity 'Lead'. If you are attempting to use a custom field, be sure"
                        + " to append the '__c' after the custom field name. Please reference your WSDL or the describe"
                        + " call for the appropriate names.");
    }

    @Test
    void followsAReferenceToItsRow() {
        JsonNode record = client.query("SELECT Owner.Name, Owner.Id, OwnerId FROM Lead LIMIT 1")
                .json()
                .path("records")
                .path(0);

        assertThat(record.path("Owner").path("Id").asText())
                .isEqualTo(record.path("OwnerId").asText());
        assertThat(record.path("Owner").path("attributes").path("type").asText())
                .isEqualTo("User");
    }

    @Test
    void keepsEveryDigitOfAPlantedAmount() {
        String id = sandbox.insert(
                "Account", Map.of("Name", "Digits", "Contract_Precision__c", "12345678901234.56", "OwnerId", owner()));

        assertThat(client.query("SELECT Contract_Precision__c FROM Account WHERE Id = '" + id + "'")
                        .json()
                        .path("records")
                        .path(0)
                        .path("Contract_Precision__c")
                        .decimalValue())
                .isEqualByComparingTo("12345678901234.56");
    }

    private String owner() {
        return (String)
                java.util.Objects.requireNonNull(sandbox.truth("User").get(0).get("Id"));
    }
}
