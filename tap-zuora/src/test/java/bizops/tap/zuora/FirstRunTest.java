package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRunTest {
    private static Sandbox sandbox;
    private static TapRun.Result run;

    @BeforeAll
    static void readEverything() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04).advance(Duration.ofHours(3)));
        run = TapRun.against(sandbox).run();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account",
                "Contact",
                "Subscription",
                "RatePlan",
                "RatePlanCharge",
                "RatePlanChargeTier",
                "Product",
                "ProductRatePlan",
                "ProductRatePlanCharge",
                "Amendment",
                "Invoice",
                "InvoiceItem",
                "Payment"
            })
    void everyRowArrivesToTheLastDigitAndCodePoint(String object) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);

        assertThat(Truths.rows(sandbox, object)).isNotEmpty();
        Truths.assertSame(sandbox, object, run);
    }

    @Test
    void customFieldsAndRelatedIdsAreAmongTheFields() {
        assertThat(run.fields("Subscription")).contains("AccountId").anyMatch(field -> field.endsWith("__c"));
        assertThat(run.fields("Account")).contains("BillToContactId");
    }

    @Test
    void everyMomentIsThatMomentInWhateverZoneTheTenantIs() {
        sandbox.zuora().zone(ZoneId.of("Australia/Sydney"));

        TapRun.Result there =
                TapRun.against(sandbox).streams("Invoice", "Account").run();

        sandbox.zuora().zone(ZoneId.of("America/New_York"));
        Truths.assertSame(sandbox, "Invoice", there);
        Truths.assertSame(sandbox, "Account", there);
    }

    @Test
    void textsOfEveryKindAndMoneyOfSeventeenDecimalsArriveAsTheyAre() {
        String notes = "\"quoted\", two\nlines\r\nand more; \uD83D\uDE00 caf\u00E9 " + "x".repeat(100_000);
        String charge = sandbox.zuora().insert("RatePlanCharge", Map.of("Name", notes));
        sandbox.zuora()
                .update("RatePlanCharge", charge, Map.of("TCV", new java.math.BigDecimal("1265.80645161290328")));

        TapRun.Result again = TapRun.against(sandbox).streams("RatePlanCharge").run();

        Truths.assertSame(sandbox, "RatePlanCharge", again);
        assertThat(again.out()).contains("1265.80645161290328");
    }

    @Test
    void theLogSaysWhichObjectsAreLeftOutAndWhy() {
        List<String> left =
                run.log().stream().filter(line -> line.contains("is left out")).toList();

        assertThat(left).isNotEmpty().allMatch(line -> line.contains("object "));
    }

    @Test
    void aRunOfPagesSendsTheSameRowsAsOneOfWholeObjects() {
        TapRun.Result pages = TapRun.against(sandbox)
                .streams("InvoiceItem")
                .set("page_rows", 7)
                .run();

        Truths.assertSame(sandbox, "InvoiceItem", pages);
        assertThat(pages.records("InvoiceItem"))
                .hasSameSizeAs(Truths.rows(sandbox, "InvoiceItem").keySet());
    }
}
