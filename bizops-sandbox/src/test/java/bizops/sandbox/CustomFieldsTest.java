package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Fields of Salesforce's objects that come, go and change: rows keep their stamps (section 7 of the vendor notes). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomFieldsTest {
    private static final String FIELDS = "/__sandbox/fields/Lead";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.01));
    private final Client client = new Client(sandbox);
    private final String lead = String.valueOf(sandbox.truth("Lead").get(0).get("Id"));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private int change(String json) {
        return client.post(FIELDS, json).status();
    }

    private JsonNode described(String name) {
        for (JsonNode field :
                client.get(Client.DATA + "/sobjects/Lead/describe").json().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        return MissingNode.getInstance();
    }

    private Client.Answer query(String field) {
        return client.get(Client.DATA + "/queryAll?q="
                + URLEncoder.encode(
                        "SELECT SystemModstamp, " + field + " FROM Lead WHERE Id = '" + lead + "'",
                        StandardCharsets.UTF_8));
    }

    private JsonNode value(String field) {
        return query(field).json().path("records").path(0).path(field);
    }

    @Test
    void aFieldComesEmptyGetsValuesAndGoesWithThem() {
        String before = value("SystemModstamp").asText();
        assertThat(change("{\"add\":{\"Tier__c\":\"picklist values Gold;Silver\",\"Vip__c\":\"boolean\"}}"))
                .isEqualTo(200);

        assertThat(described("Tier__c").path("type").asText()).isEqualTo("picklist");
        assertThat(described("Tier__c").path("custom").asBoolean()).isTrue();
        assertThat(value("Tier__c").isNull()).isTrue();
        assertThat(value("Vip__c").booleanValue()).isFalse();
        assertThat(value("SystemModstamp").asText()).isEqualTo(before);

        sandbox.update("Lead", lead, Map.of("Tier__c", "Gold", "Vip__c", true));
        assertThat(value("Tier__c").asText()).isEqualTo("Gold");
        change("{\"remove\":[\"Tier__c\",\"Vip__c\"]}");
        assertThat(described("Tier__c").isMissingNode()).isTrue();
        assertThat(query("Tier__c").code()).isEqualTo("INVALID_FIELD");
        change("{\"add\":{\"Tier__c\":\"string(80)\"}}");
        assertThat(value("Tier__c").isNull()).isTrue();
        change("{\"remove\":[\"Tier__c\"]}");
    }

    @Test
    void aFieldKeepsItsValuesUnderAnotherNameAndAsALongerText() {
        change("{\"add\":{\"Level__c\":\"picklist\"}}");
        sandbox.update("Lead", lead, Map.of("Level__c", "high"));
        String stamp = value("SystemModstamp").asText();

        change("{\"retype\":{\"Level__c\":\"textarea(32000)\"},\"rename\":{\"Level__c\":\"Height__c\"}}");

        assertThat(query("Level__c").code()).isEqualTo("INVALID_FIELD");
        assertThat(value("Height__c").asText()).isEqualTo("high");
        assertThat(value("SystemModstamp").asText()).isEqualTo(stamp);
        assertThat(described("Height__c").path("type").asText()).isEqualTo("textarea");
        assertThat(described("Height__c").path("length").asInt()).isEqualTo(32_000);
        change("{\"remove\":[\"Height__c\"]}");
    }

    @Test
    void securityTakesAFieldAndGivesItBackWithItsValues() {
        sandbox.update("Lead", lead, Map.of("Title", "Queen"));

        assertThat(client.post(FIELDS, "{\"hide\":[\"Title\"]}")
                        .json()
                        .path("hidden")
                        .path(0)
                        .asText())
                .isEqualTo("Title");

        assertThat(described("Title").isMissingNode()).isTrue();
        assertThat(query("Title").code()).isEqualTo("INVALID_FIELD");
        assertThat(sandbox.truth("Lead").get(0).get("Title")).isEqualTo("Queen");
        sandbox.clearFaults();
        assertThat(sandbox.fields().hidden("Lead")).containsExactly("Title");
        change("{\"show\":[\"Title\"]}");
        assertThat(value("Title").asText()).isEqualTo("Queen");
    }

    @Test
    void whatAdministratorsCannotDoIsRefusedWithTheReason() {
        assertThat(client.post(FIELDS, "{\"remove\":[\"Title\"]}").body()).contains("Lead.Title is no custom field");
        assertThat(client.post(FIELDS, "{\"add\":{\"Tier\":\"picklist\"}}").body())
                .contains("custom fields are named like Tier__c, not Tier");
        assertThat(client.post(FIELDS, "{\"add\":{\"X__c\":\"geolocation\"}}").body())
                .contains("no type \\\"geolocation\\\" of custom fields; there are: ");
        assertThat(client.post(FIELDS, "{\"add\":{\"X__c\":\"string\"}}").body())
                .contains("give X__c a size, as in string(80)");
        change("{\"add\":{\"Size__c\":\"double(18,2)\"}}");
        assertThat(client.post(FIELDS, "{\"retype\":{\"Size__c\":\"string(80)\"}}")
                        .body())
                .contains("values of Lead.Size__c are not converted from double to string");
        assertThat(client.post(FIELDS, "{\"add\":{\"size__C\":\"date\"}}").status())
                .isEqualTo(400);
        assertThat(client.post(FIELDS, "{\"add\":{\"SIZE__c\":\"date\"}}").body())
                .contains("Lead has a field SIZE__c already");
        change("{\"remove\":[\"Size__c\"]}");
    }
}
