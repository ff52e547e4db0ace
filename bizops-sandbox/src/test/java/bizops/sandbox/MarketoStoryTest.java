package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What activities and leads of real instances look like: section 8 of the vendor notes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketoStoryTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<?, ?>> attributes(long type) {
        return sandbox.marketo().truth("activities").stream()
                .filter(row -> Long.valueOf(type).equals(row.get("activityTypeId")))
                .<Map<?, ?>>map(row -> (Map<?, ?>) Objects.requireNonNull(row.get("attributes")))
                .toList();
    }

    /** Definitions as they were recorded of an instance. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|Visit Webpage|Webpage ID|Client IP Address,Query Parameters,Referrer URL,Search Engine,Search Query,User Agent,Webpage URL",
                "2|Fill Out Form|Webform ID|Client IP Address,Form Fields,Query Parameters,Referrer URL,User Agent,Webpage ID",
                "3|Click Link|Link ID|Client IP Address,Query Parameters,Referrer URL,User Agent,Webpage ID",
                "6|Send Email|Mailing ID|Campaign Run ID,Choice Number,Has Predictive,Step ID,Test Variant",
                "7|Email Delivered|Mailing ID|Campaign Run ID,Choice Number,Has Predictive,Step ID,Test Variant",
                "8|Email Bounced|Mailing ID|Campaign Run ID,Category,Choice Number,Details,Email,Has Predictive,Step ID,Subcategory,Test Variant",
                "10|Open Email|Mailing ID|Bot Activity Pattern,Campaign Run ID,Choice Number,Device,Has Predictive,Is Bot Activity,Is Mobile Device,Platform,Step ID,Test Variant,User Agent",
                "11|Click Email|Mailing ID|Bot Activity Pattern,Campaign Run ID,Choice Number,Device,Is Bot Activity,Is Mobile Device,Is Predictive,Link,Link ID,Platform,Step ID,Test Variant,User Agent",
                "12|New Lead||API Method Name,Created Date,Form Name,Lead Source,List Name,Modifying User,Request Id,SFDC Type,Source Type"
            })
    void typesAreDefinedAsRecorded(int id, String name, @Nullable String primary, String attributes) {
        JsonNode type = StreamSupport.stream(
                        client.get("/rest/v1/activities/types.json").result().spliterator(), false)
                .filter(one -> one.path("id").asInt() == id)
                .findFirst()
                .orElseThrow();

        assertThat(type.path("name").asText()).isEqualTo(name);
        assertThat(type.at("/primaryAttribute/name").asText()).isEqualTo(primary == null ? "" : primary);
        assertThat(String.join(",", type.path("attributes").findValuesAsText("name")))
                .isEqualTo(attributes);
    }

    @Test
    void formsKeepWhatWasFilledInAsSerialisedText() {
        assertThat(attributes(2))
                .isNotEmpty()
                .allMatch(form -> String.valueOf(form.get("Form Fields"))
                        .matches("(?s)a:\\d+:\\{s:6:\"module\";s:11:\"leadCapture\";.*\\}"));
        assertThat(attributes(2))
                .anyMatch(form -> String.valueOf(form.get("Form Fields")).contains("s:10:\"utm_source\";"));
    }

    @Test
    void someOpenersAreRobots() {
        assertThat(attributes(10))
                .anyMatch(open -> Boolean.TRUE.equals(open.get("Is Bot Activity"))
                        && !"N/A".equals(open.get("Bot Activity Pattern")))
                .anyMatch(open -> Boolean.FALSE.equals(open.get("Is Bot Activity"))
                        && "N/A".equals(open.get("Bot Activity Pattern")));
    }

    @Test
    void programsAreOnOffLockedOrCompletedAndLeadsTellTheirFirstTouch() {
        assertThat(sandbox.marketo().truth("programs").stream().map(row -> row.get("status")))
                .contains("", "on", "completed");
        assertThat(sandbox.marketo().truth("leads"))
                .anyMatch(row -> row.get("originalSourceInfo") != null && row.get("originalReferrer") != null);
    }
}
