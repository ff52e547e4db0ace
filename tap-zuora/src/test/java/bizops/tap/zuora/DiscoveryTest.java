package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.004));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun.Result discover() {
        TapRun.Result run = TapRun.against(sandbox).discover().run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private static JsonNode stream(TapRun.Result run, String name) {
        for (JsonNode stream : run.catalog().path("streams")) {
            if (stream.path("tap_stream_id").asText().equals(name)) {
                return stream;
            }
        }
        throw new AssertionError("no stream " + name);
    }

    private static List<String> names(TapRun.Result run) {
        return run.catalog().path("streams").findValuesAsText("tap_stream_id");
    }

    private static JsonNode type(JsonNode stream, String field) {
        return stream.path("schema").path("properties").path(field);
    }

    @Test
    void everyTypeHasItsSchemaAndEveryFieldIsNullableButTheKey() {
        JsonNode account = stream(discover(), "Account");

        assertThat(type(account, "Id")).hasToString("{\"type\":\"string\"}");
        assertThat(type(account, "UpdatedDate"))
                .hasToString("{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}");
        assertThat(type(account, "Status")).hasToString("{\"type\":[\"null\",\"string\"]}");
        assertThat(type(account, "Balance")).hasToString("{\"type\":[\"null\",\"number\"]}");
        assertThat(type(account, "BillCycleDay")).hasToString("{\"type\":[\"null\",\"integer\"]}");
        assertThat(type(account, "AutoPay")).hasToString("{\"type\":[\"null\",\"boolean\"]}");
        assertThat(type(account, "LastInvoiceDate"))
                .hasToString("{\"type\":[\"null\",\"string\"],\"format\":\"date\"}");
        assertThat(type(account, "Deleted")).hasToString("{\"type\":[\"null\",\"boolean\"]}");
    }

    @Test
    void everyCustomFieldAndEveryRelatedIdIsThereAndHiddenFieldsAreNot() {
        JsonNode account = stream(discover(), "Account");

        assertThat(account.path("schema").path("properties").fieldNames())
                .toIterable()
                .contains("AccountCode__c", "Entity__c", "ConversionRate__c", "Parent__c")
                .contains("BillToContactId", "SoldToContactId", "DefaultPaymentMethodId")
                .doesNotContain("PasswordHash");
        assertThat(Catalogs.field(account, "BillToContactId")
                        .path("tap-zuora.joined_object")
                        .asText())
                .isEqualTo("BillToContact");
        assertThat(account.path("metadata")
                        .path(0)
                        .path("metadata")
                        .path("valid-replication-keys")
                        .path(0)
                        .asText())
                .isEqualTo("UpdatedDate");
    }

    @Test
    void oneObjectThatCannotBeDescribedIsNamedAndLeftOut() {
        List<String> all = names(discover());
        sandbox.fault(
                Fault.of(ZuoraFault.FORBIDDEN_403).path("/v1/describe/Invoice").count(1));

        TapRun.Result run = TapRun.against(sandbox).discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(names(run)).hasSize(all.size() - 1);
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("cannot be described"));
    }

    @Test
    void oneObjectOnWhichTheServerFailsIsNamedAndLeftOutToo() {
        sandbox.fault(Fault.of(ZuoraFault.ERROR_500)
                .path("/v1/describe/Product")
                .object("Product")
                .count(100));

        TapRun.Result run = TapRun.against(sandbox)
                .streams("Account", "Product")
                .set("request_max_attempts", 2)
                .discover()
                .run();

        assertThat(names(run)).containsExactly("Account");
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("object Product"));
    }

    @Test
    void aServerThatFailsOnMostObjectsHasNoCatalogRatherThanHalfAOne() {
        sandbox.fault(Fault.of(ZuoraFault.UNAVAILABLE_503).path("/v1/describe/").count(1_000));

        TapRun.Result run = TapRun.against(sandbox)
                .set("request_max_attempts", 1)
                .discover()
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aReplyWithoutRelationsIsTakenAsIs() {
        sandbox.fault(Fault.of(ZuoraFault.DESCRIBE_WITHOUT_RELATED));

        assertThat(type(stream(discover(), "Account"), "BillToContactId").isMissingNode())
                .isTrue();
    }

    @Test
    void theOrderOfTheReplysPartsDoesNotMatter() {
        JsonNode usual = stream(discover(), "Account").path("schema");
        sandbox.fault(Fault.of(ZuoraFault.DESCRIBE_RELATED_FIRST));

        assertThat(stream(discover(), "Account").path("schema")).isEqualTo(usual);
    }

    @Test
    void anObjectOfWhichNothingCanBeExportedIsLeftOut() {
        sandbox.fault(Fault.of(ZuoraFault.DESCRIBE_WITHOUT_CONTEXTS));

        TapRun.Result run = TapRun.against(sandbox).discover().run();

        assertThat(run.catalog().path("streams")).isEmpty();
        assertThat(run.log()).anyMatch(line -> line.contains("none of its fields can be exported"));
    }

    @Test
    void aTypeThatNobodyKnowsIsTextWithOneWarning() {
        sandbox.fault(Fault.of(ZuoraFault.FIELD_STRANGE).object("Account").field("Notes"));

        TapRun.Result run = discover();

        assertThat(type(stream(run, "Account"), "Notes")).hasToString("{\"type\":[\"null\",\"string\"]}");
        assertThat(run.log())
                .filteredOn(line -> line.startsWith("WARN"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Notes");
    }

    @Test
    void theSameTenantHasTheSameCatalogEachTime() {
        assertThat(discover().out()).isEqualTo(discover().out());
    }
}
