package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Custom fields of the Zuora tenant that come and go; no row is stamped (section 4 of the vendor notes). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraCustomFieldsTest {
    private static final String FIELDS = "/__sandbox/zuora/fields/Account";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02));
    private final ZuoraClient client = new ZuoraClient(sandbox);
    private final String account =
            String.valueOf(sandbox.zuora().truth("Account").get(0).get("Id"));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<String> row(String field) {
        return client.rows(false, "select UpdatedDate, " + field + " from Account where Id = '" + account + "'")
                .get(1);
    }

    @Test
    void aFieldComesEmptyGetsValuesAndGoesWithThem() {
        String stamp = row("Id").get(0);
        client.post(FIELDS, "{\"add\":{\"Region__c\":\"text(255)\",\"Vip__c\":\"boolean\"}}");

        assertThat(client.get("/v1/describe/Account").body()).contains("<name>Region__c</name>");
        assertThat(row("Region__c").subList(0, 2)).containsExactly(stamp, "");
        assertThat(row("Vip__c").get(1)).isEqualTo("false");

        sandbox.zuora().update("Account", account, Map.of("Region__c", "EMEA"));
        assertThat(row("Region__c").get(1)).isEqualTo("EMEA");

        client.post(FIELDS, "{\"remove\":[\"Region__c\",\"Vip__c\"]}");
        assertThat(client.get("/v1/describe/Account").body()).doesNotContain("Region__c");
        assertThat(client.refusal("select Region__c from Account"))
                .contains("90005")
                .contains("no field named Region__c");
        sandbox.zuora().addField("Account", "Region__c", "text(255)");
        assertThat(row("Region__c").get(1)).isEmpty();
        sandbox.zuora().removeField("Account", "Region__c");
    }

    @Test
    void whatAdministratorsCannotDoIsRefusedWithTheReason() {
        assertThat(client.post(FIELDS, "{\"remove\":[\"Name\"]}").body()).contains("Account has no custom field Name");
        assertThat(client.post(FIELDS, "{\"add\":{\"Region\":\"text(255)\"}}").body())
                .contains("custom fields are named like Region__c, not Region");
        assertThat(client.post(FIELDS, "{\"add\":{\"Region__c\":\"string(80)\"}}")
                        .body())
                .contains("no type \\\"string(80)\\\" of custom fields; there are: text, ");
        assertThat(client.post(FIELDS, "{\"add\":{\"Tier__c\":\"picklist\"}}").status())
                .isEqualTo(200);
        assertThat(client.post(FIELDS, "{\"add\":{\"TIER__c\":\"date\"}}").body())
                .contains("Account has a field TIER__c already");
        sandbox.zuora().removeField("Account", "Tier__c");
    }
}
