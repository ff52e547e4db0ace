package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode discovered(String... names) {
        TapRun tap = TapRun.against(sandbox).discover();
        TapRun.Result run = (names.length == 0 ? tap : tap.streams(names)).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.catalog();
    }

    private static List<String> ids(JsonNode catalog) {
        List<String> ids = new ArrayList<>();
        catalog.path("streams")
                .forEach(stream -> ids.add(stream.path("tap_stream_id").asText()));
        return ids;
    }

    @Test
    void listsWhatCanBeQueriedInOrderOfNames() {
        List<String> ids = ids(discovered());

        assertThat(ids).isSorted().contains("Account", "CampaignMember", "Lead", "OpportunityHistory", "User");
        assertThat(ids).noneMatch(id -> id.endsWith("ChangeEvent"));
    }

    @Test
    void printsTheSameBytesEachTime() {
        String first = TapRun.against(sandbox).discover().run().out();
        String second = TapRun.against(sandbox).discover().run().out();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void describesManyObjectsInOneCall() {
        discovered();

        assertThat(sandbox.usage().entries().stream()
                        .filter(entry -> !entry.path().contains("oauth2")))
                .hasSize(2);
    }

    @Test
    void aCatalogsRunDescribesItsOwnStreamsOnly() {
        String catalog = Catalogs.selecting(sandbox, "UserRole", "INCREMENTAL");
        sandbox.usage().reset();
        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(sandbox.usage().entries())
                .extracting(entry -> entry.path().replaceFirst(".*/v64.0/", ""))
                .containsSubsequence("sobjects/UserRole/describe", "queryAll")
                .doesNotContain("sobjects");
    }

    @Test
    void mapsTheFieldsOfAnObject() {
        JsonNode stream = discovered("Opportunity").path("streams").path(0);
        JsonNode properties = stream.path("schema").path("properties");

        assertThat(properties.fieldNames().next()).isEqualTo("Id");
        assertThat(properties.path("Id").toString()).isEqualTo("{\"type\":\"string\",\"maxLength\":18}");
        assertThat(properties.path("Amount").toString()).isEqualTo("{\"type\":[\"null\",\"number\"]}");
        assertThat(properties.path("CloseDate").toString())
                .isEqualTo("{\"type\":[\"null\",\"string\"],\"format\":\"date\"}");
        assertThat(properties.path("CreatedDate").toString())
                .isEqualTo("{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}");
        assertThat(Catalogs.field(stream, "Amount").path("scale").asInt()).isEqualTo(2);
        assertThat(Catalogs.field(stream, "Amount").path("precision").asInt()).isEqualTo(18);
        assertThat(Catalogs.field(stream, "ExpectedRevenue").path("calculated").asBoolean())
                .isTrue();
        assertThat(Catalogs.field(stream, "LastViewedDate")
                        .path("selected-by-default")
                        .toString())
                .isEqualTo("false");
        assertThat(Catalogs.root(stream).path("valid-replication-keys").toString())
                .isEqualTo("[\"SystemModstamp\",\"LastModifiedDate\",\"CreatedDate\"]");
    }

    @Test
    void sendsSchemaAndRecordsOfSelectedFieldsOnly() {
        JsonNode catalog = TapRun.Result.parse(Catalogs.selecting(sandbox, "Lead", "INCREMENTAL"));
        JsonNode stream = catalog.path("streams").path(0);
        stream.path("schema")
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> Catalogs.field(stream, name).put("selected", name.equals("Company")));
        TapRun.Result run = TapRun.against(sandbox).catalog(catalog.toString()).run();

        assertThat(run.records("Lead"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder("Id", "SystemModstamp", "Company"));
        assertThat(sandbox.usage().entries().stream()
                        .filter(entry -> entry.query() != null)
                        .map(entry -> String.valueOf(entry.query())))
                .allMatch(soql -> soql.startsWith("SELECT Id,SystemModstamp,Company FROM Lead "));
    }

    @Test
    void leavesOutAFieldThatIsHiddenBetweenDescribeAndQuery() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("Account", "Lead")
                .tee(new OnMessage(
                        1,
                        "STATE",
                        () -> sandbox.fault(Fault.of(SalesforceFault.FIELD_HIDDEN)
                                .object("Lead")
                                .field("Company"))))
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead")).hasSizeGreaterThan(9).noneMatch(record -> record.has("Company"));
        assertThat(run.log())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("field \"Company\" is gone or hidden"));
    }

    @Test
    void readsTheOtherStreamsWhenOneObjectVanishes() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("Account", "Lead", "User")
                .set("on_stream_error", "continue")
                .tee(new OnMessage(
                        1,
                        "STATE",
                        () -> sandbox.fault(
                                Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Lead"))))
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("Lead");
        Truths.assertSame(sandbox, "Account", run.records("Account"));
        Truths.assertSame(sandbox, "User", run.records("User"));
    }

    @Test
    void namesAnObjectThatCannotBeDescribedAndGoesOn() {
        sandbox.fault(Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Lead"));
        TapRun.Result run =
                TapRun.against(sandbox).streams("Account", "Lead").discover().run();

        assertThat(ids(run.catalog())).containsExactly("Account");
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN object Lead cannot be described"));
    }
}
