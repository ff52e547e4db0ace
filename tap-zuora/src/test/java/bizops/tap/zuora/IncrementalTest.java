package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncrementalTest {
    private static final String[] STREAMS = {
        "Account", "Subscription", "RatePlan", "RatePlanCharge", "Invoice", "InvoiceItem", "Payment"
    };

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02).advance(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap(String... streams) {
        return TapRun.against(sandbox).streams(streams);
    }

    private TapRun.Result after(TapRun.Result before, String... streams) {
        TapRun.Result run = tap(streams).state(before.state().toString()).run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private String someId(String object) {
        return Truths.rows(sandbox, object).keySet().iterator().next();
    }

    @Test
    void runsWhileTheCompanyGoesOnHoldItsTruthAfterEach() {
        List<TapRun.Result> runs = new ArrayList<>();
        runs.add(tap(STREAMS).run());
        for (int days : new int[] {1, 3, 10, 31}) {
            sandbox.advance(Duration.ofDays(days));
            runs.add(after(runs.get(runs.size() - 1), STREAMS));
            for (String stream : STREAMS) {
                Truths.assertSame(sandbox, stream, runs.toArray(TapRun.Result[]::new));
            }
        }
    }

    @Test
    void anIncrementalRunSendsLittleOfWhatDidNotChange() {
        TapRun.Result first = tap("Account").run();
        sandbox.advance(Duration.ofDays(1));
        sandbox.zuora().update("Account", someId("Account"), Map.of("Notes", "new"));
        sandbox.advance(Duration.ofMinutes(1));

        TapRun.Result second = after(first, "Account");

        Truths.assertSame(sandbox, "Account", first, second);
        assertThat(second.records("Account"))
                .hasSizeLessThan(first.records("Account").size());
    }

    @Test
    void aDeletedRowIsMarkedAndItsRelationsAreNotTouched() {
        String account = someId("Account");
        TapRun.Result first = tap("Account").run();
        sandbox.zuora().delete("Account", account);
        sandbox.advance(Duration.ofMinutes(5));

        TapRun.Result second = after(first, "Account");

        JsonNode deleted = second.records("Account").stream()
                .filter(record -> record.path("Id").asText().equals(account))
                .findFirst()
                .orElseThrow();
        assertThat(deleted.path("Deleted").asBoolean()).isTrue();
        assertThat(deleted.hasNonNull("_sdc_deleted_at")).isTrue();
        assertThat(deleted.has("BillToContactId")).isFalse();
        assertThat(deleted.hasNonNull("AccountNumber")).isTrue();
        Truths.assertSame(sandbox, "Account", first, second);
    }

    @Test
    void anObjectThatCannotTellItsDeletedRowsIsNotAskedForThem() {
        TapRun.Result first = tap("PaymentTransactionLog").run();
        sandbox.advance(Duration.ofDays(3));

        TapRun.Result second = after(first, "PaymentTransactionLog");

        assertThat(second.bookmark("PaymentTransactionLog")
                        .path("replication_key")
                        .asText())
                .isEqualTo("TransactionDate");
        assertThat(second.log()).noneMatch(line -> line.startsWith("WARN"));
        Truths.assertSame(sandbox, "PaymentTransactionLog", first, second);
    }

    @Test
    void deletedRowsAreLeftAloneIfTheSettingsSaySo() {
        TapRun.Result first = tap("Account").run();
        sandbox.zuora().delete("Account", someId("Account"));
        sandbox.advance(Duration.ofMinutes(5));

        TapRun.Result second = tap("Account")
                .set("deleted", "ignore")
                .state(first.state().toString())
                .run();

        assertThat(second.records("Account"))
                .noneMatch(record -> record.path("Deleted").asBoolean());
        assertThat(second.of("SCHEMA").get(0).path("schema").path("properties").has("_sdc_deleted_at"))
                .isFalse();
    }

    @Test
    void afterMoreThanThirtyDaysTheObjectIsReadWholeAndAWarningSaysWhatIsLost() {
        TapRun.Result first = tap("Account").run();
        sandbox.zuora().delete("Account", someId("Account"));
        sandbox.advance(Duration.ofDays(31));

        TapRun.Result second = after(first, "Account");

        assertThat(second.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("30 days"));
        assertThat(Truths.newest(second.records("Account")).keySet())
                .containsAll(Truths.rows(sandbox, "Account").keySet());
    }

    @Test
    void afterMoreThanThirtyDaysAVersionRemovesWhatWasDeletedMeanwhile() {
        TapRun.Result first = tap("Account").run();
        sandbox.zuora().delete("Account", someId("Account"));
        sandbox.advance(Duration.ofDays(31));

        TapRun.Result second = tap("Account")
                .set("emit_activate_version_messages", true)
                .state(first.state().toString())
                .run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(second.log()).noneMatch(line -> line.startsWith("WARN"));
        JsonNode activated = second.of("ACTIVATE_VERSION").get(0).path("version");
        List<JsonNode> ofVersion = second.of("RECORD").stream()
                .filter(message -> message.path("version").equals(activated))
                .map(message -> message.path("record"))
                .toList();
        Truths.assertSame(sandbox, "Account", ofVersion, second.fields("Account"));
        assertThat(second.bookmark("Account").has("version")).isFalse();
    }

    @Test
    void aWholeReadWithVersionsRemovesWhatWasDeletedLongAgo() {
        TapRun.Result first = tap("Account").run();
        sandbox.zuora().delete("Account", someId("Account"));
        sandbox.advance(Duration.ofDays(40));

        TapRun.Result whole = TapRun.against(sandbox)
                .catalog(Catalogs.selectingAs(sandbox, "Account", "FULL_TABLE"))
                .set("emit_activate_version_messages", true)
                .state(first.state().toString())
                .run();

        assertThat(whole.code()).as(whole.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Account", whole);
        assertThat(whole.of("ACTIVATE_VERSION")).hasSize(1);
    }

    @Test
    void whatChangesWithoutANewStampComesWithTheNextWholeRead() {
        String charge = someId("RatePlanCharge");
        TapRun.Result first = tap("RatePlanCharge").run();
        sandbox.zuora()
                .updateUnstamped("RatePlanCharge", charge, Map.of("ChargedThroughDate", LocalDate.parse("2031-01-01")));
        sandbox.advance(Duration.ofDays(1));
        TapRun.Result second = after(first, "RatePlanCharge");
        sandbox.advance(Duration.ofDays(7));

        TapRun.Result third = after(second, "RatePlanCharge");

        assertThat(second.out()).doesNotContain("2031-01-01");
        assertThat(third.out()).contains("2031-01-01");
        Truths.assertSame(sandbox, "RatePlanCharge", first, second, third);
    }

    @Test
    void itemTablesAreReadFurtherBackOnceAWeek() {
        TapRun.Result first = tap("InvoiceItem").run();
        sandbox.advance(Duration.ofHours(1));
        String item = sandbox.zuora().insert("InvoiceItem", Map.of("ChargeName", "drifting"));
        sandbox.advance(Duration.ofDays(1));
        TapRun.Result second = after(first, "InvoiceItem");
        sandbox.zuora().updateUnstamped("InvoiceItem", item, Map.of("ChargeName", "drifted"));
        sandbox.advance(Duration.ofDays(1));
        TapRun.Result third = after(second, "InvoiceItem");
        sandbox.advance(Duration.ofDays(6));

        TapRun.Result fourth = after(third, "InvoiceItem");

        assertThat(third.out()).doesNotContain("drifted");
        assertThat(fourth.out()).contains("drifted");
    }

    @Test
    void aNewlySelectedFieldIsFilledForAllRows() {
        String few = narrowed("Notes", false);
        TapRun.Result first = TapRun.against(sandbox).catalog(few).run();
        sandbox.advance(Duration.ofDays(1));

        TapRun.Result second = TapRun.against(sandbox)
                .catalog(narrowed("Notes", true))
                .state(first.state().toString())
                .run();
        TapRun.Result third = TapRun.against(sandbox)
                .catalog(narrowed("Notes", true))
                .state(second.state().toString())
                .run();

        assertThat(first.records("Account").get(0).has("Notes")).isFalse();
        Truths.assertSame(sandbox, "Account", second);
        assertThat(third.records("Account"))
                .hasSizeLessThan(second.records("Account").size());
    }

    private String narrowed(String field, boolean selected) {
        JsonNode catalog =
                TapRun.against(sandbox).streams("Account").discover().run().catalog();
        JsonNode stream = catalog.path("streams").path(0);
        Catalogs.root(stream).put("selected", true);
        ObjectNode metadata = Catalogs.field(stream, field);
        metadata.put("selected", selected);
        return catalog.toString();
    }

    @Test
    void rowsBeforeTheStartDateAreNotReadOnAFirstRun() {
        sandbox.advance(Duration.ofDays(2));
        String late = sandbox.zuora().insert("Account", Map.of("Name", "late"));
        sandbox.advance(Duration.ofMinutes(5));

        TapRun.Result run = tap("Account")
                .set("start_date", sandbox.now().minus(Duration.ofHours(1)).toString())
                .run();

        assertThat(run.records("Account"))
                .extracting(record -> record.path("Id").asText())
                .contains(late)
                .hasSizeLessThan(Truths.rows(sandbox, "Account").size());
    }
}
