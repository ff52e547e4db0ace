package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields that the user may not see, or no longer. */
class FieldSecurityTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void hide(String field) {
        sandbox.fault(Fault.of(SalesforceFault.FIELD_HIDDEN).object("Lead").field(field));
    }

    @Test
    void aHiddenFieldIsNotOffered() {
        hide("Company");

        JsonNode stream = TapRun.against(sandbox)
                .streams("Lead")
                .discover()
                .run()
                .catalog()
                .path("streams")
                .path(0);

        assertThat(stream.path("schema").path("properties").has("Company")).isFalse();
        assertThat(stream.path("schema").path("properties").has("LastName")).isTrue();
    }

    @Test
    void aFieldHiddenSinceDiscoveryIsLeftOutAndTold() {
        String catalog = Catalogs.selecting(sandbox, "Lead", "INCREMENTAL");
        hide("Company");

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead")).isNotEmpty().noneMatch(record -> record.has("Company"));
        assertThat(run.of("SCHEMA").get(0).path("schema").path("properties").has("Company"))
                .isFalse();
    }

    @Test
    void aFieldComesBackOnceItIsSeenAgain() {
        String catalog = Catalogs.selecting(sandbox, "Lead", "INCREMENTAL");
        hide("Company");
        TapRun.against(sandbox).catalog(catalog).run();
        sandbox.clearFaults();

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.records("Lead")).isNotEmpty().allMatch(record -> record.has("Company"));
    }

    @Test
    void aFieldAddedSinceDiscoveryIsNotRead() {
        String catalog = Catalogs.selecting(sandbox, "Lead", "INCREMENTAL");
        sandbox.fields().add("Lead", "Tier__c", "string(20)");

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.records("Lead")).isNotEmpty().noneMatch(record -> record.has("Tier__c"));
    }

    @Test
    void aFieldWhoseTypeChangedSinceDiscoveryIsSentAsItIsNow() {
        sandbox.fields().add("Lead", "Note__c", "string(20)");
        String catalog = Catalogs.selecting(sandbox, "Lead", "INCREMENTAL");
        sandbox.fields().retype("Lead", "Note__c", "textarea(32000)");

        TapRun.Result run = TapRun.against(sandbox).catalog(catalog).run();

        assertThat(run.of("SCHEMA")
                        .get(0)
                        .at("/schema/properties/Note__c/maxLength")
                        .asInt())
                .isEqualTo(32_000);
        assertThat(run.records("Lead")).isNotEmpty().allMatch(record -> record.has("Note__c"));
    }

    @Test
    void severalFieldsHiddenDuringARunAreLeftOutTogether() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("Account", "Lead")
                .tee(new OnMessage(1, "\"RECORD\"", () -> {
                    hide("Company");
                    hide("Email");
                    hide("Address");
                }))
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Lead"))
                .isNotEmpty()
                .noneMatch(record -> record.has("Company") || record.has("Email") || record.has("Address"));
        assertThat(run.log().stream().filter(line -> line.contains("is gone or hidden")))
                .hasSize(3);
    }

    @Test
    void withoutItsReplicationKeyAStreamFailsAndSaysWhichFieldItNeeds() {
        TapRun.Result run = TapRun.against(sandbox)
                .streams("Account", "Lead")
                .tee(new OnMessage(1, "\"RECORD\"", () -> hide("SystemModstamp")))
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"Lead\"", "No such column 'SystemModstamp'", "grant the user read access");
        assertThat(run.bookmark("Lead").has("replication_key_value")).isFalse();
    }

    private String catalogOfAccountAndLead() {
        JsonNode catalog = TapRun.against(sandbox)
                .streams("Account", "Lead")
                .discover()
                .run()
                .catalog();
        catalog.path("streams").forEach(stream -> Catalogs.root(stream).put("selected", true));
        return catalog.toString();
    }

    @Test
    void anObjectHiddenSinceDiscoveryDoesNotKeepTheOthersFromBeingRead() {
        String catalog = catalogOfAccountAndLead();
        sandbox.fault(Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Account"));

        TapRun.Result run = TapRun.against(sandbox)
                .catalog(catalog)
                .set("on_stream_error", "continue")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("1 of 2 streams failed: Account");
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    @Test
    void anObjectHiddenSinceDiscoveryFailsTheRunWithItsNameAndKeepsItsBookmark() {
        String catalog = catalogOfAccountAndLead();
        TapRun.Result first = TapRun.against(sandbox).catalog(catalog).run();
        sandbox.fault(Fault.of(SalesforceFault.OBJECT_HIDDEN).object("Account"));

        TapRun.Result second = TapRun.against(sandbox)
                .catalog(catalog)
                .state(first.state().toString())
                .run();

        assertThat(second.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(second.err()).contains("stream \"Account\"").contains("grant the user read access");
        assertThat(second.log()).anyMatch(line -> line.startsWith("WARN object Account cannot be described"));
        assertThat(second.bookmark("Account")).isEqualTo(first.bookmark("Account"));
    }

    @Test
    void anAddressIsReadAsAWholeAndEqualsItsParts() {
        TapRun.Result run = TapRun.against(sandbox).streams("Lead").run();

        assertThat(run.records("Lead")).isNotEmpty().allSatisfy(record -> {
            JsonNode address = record.path("Address");
            if (address.isObject()) {
                assertThat(address.path("city")).isEqualTo(record.path("City"));
                assertThat(address.path("postalCode")).isEqualTo(record.path("PostalCode"));
                assertThat(address.path("street")).isEqualTo(record.path("Street"));
            }
        });
        assertThat(run.records("Lead"))
                .anyMatch(record -> record.path("Address").isObject());
    }
}
