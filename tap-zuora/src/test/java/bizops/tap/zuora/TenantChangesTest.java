package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators and users change at a tenant between two runs. */
class TenantChangesTest {
    private static final String STREAM = "Account";

    private Sandbox sandbox;
    private String account;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.012).advance(Duration.ofHours(3)));
        account = Truths.rows(sandbox, STREAM).keySet().iterator().next();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun.Result whole(TapRun run, TapRun.Result... before) {
        TapRun.Result result = before.length == 0
                ? run.run()
                : run.state(before[before.length - 1].state().toString()).run();
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
        return result;
    }

    private TapRun tap() {
        return TapRun.against(sandbox).streams(STREAM);
    }

    @Test
    void aCustomFieldThatIsAddedIsFilledForRowsThatDidNotChangeSince() {
        TapRun.Result first = whole(tap());
        sandbox.advance(Duration.ofDays(1));
        sandbox.zuora().addField(STREAM, "Region__c", "text(255)");
        sandbox.zuora().updateUnstamped(STREAM, account, Map.of("Region__c", "APAC"));

        TapRun.Result second = whole(tap(), first);

        assertThat(first.fields(STREAM)).doesNotContain("Region__c");
        assertThat(second.out()).contains("\"Region__c\":\"APAC\"");
        Truths.assertSame(sandbox, STREAM, second);
    }

    @Test
    void aCustomFieldThatIsRenamedGoesWithAWarningAndComesUnderItsNewName() {
        sandbox.zuora().addField(STREAM, "Region__c", "text(255)");
        String old = Catalogs.selectingAs(sandbox, STREAM, "INCREMENTAL");
        TapRun.Result first = whole(TapRun.against(sandbox).catalog(old));
        sandbox.zuora().removeField(STREAM, "Region__c");
        sandbox.zuora().addField(STREAM, "Area__c", "text(255)");
        sandbox.zuora().updateUnstamped(STREAM, account, Map.of("Area__c", "EMEA"));

        TapRun.Result byOldCatalog = whole(TapRun.against(sandbox).catalog(old), first);
        TapRun.Result discovered = whole(tap(), first, byOldCatalog);

        assertThat(byOldCatalog.log())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("refuses the field \"Region__c\""));
        assertThat(discovered.fields(STREAM)).contains("Area__c").doesNotContain("Region__c");
        Truths.assertSame(sandbox, STREAM, discovered);
    }

    @Test
    void aRowThatIsDeletedAndMadeAgainIsThereAgain() {
        TapRun.Result first = whole(tap());
        sandbox.zuora().delete(STREAM, account);
        sandbox.advance(Duration.ofMinutes(5));
        TapRun.Result second = whole(tap(), first);
        sandbox.zuora().insert(STREAM, Map.of("Id", account, "Name", "here again"));
        sandbox.advance(Duration.ofMinutes(5));

        TapRun.Result third = whole(tap(), first, second);

        assertThat(Truths.newest(second.records(STREAM))).doesNotContainKey(account);
        assertThat(Truths.newest(third.records(STREAM))).containsKey(account);
        Truths.assertSame(sandbox, STREAM, first, second, third);
    }

    @Test
    void aClockOfZuorasThatIsTenMinutesAheadLosesNoRow() {
        sandbox.fault(Fault.of(ZuoraFault.CLOCK_SKEW).seconds(600));
        TapRun.Result first = whole(tap());
        sandbox.clearFaults();
        sandbox.advance(Duration.ofMinutes(5));
        String between = sandbox.zuora().insert(STREAM, Map.of("Name", "before the bookmark"));
        sandbox.advance(Duration.ofMinutes(15));

        TapRun.Result second = whole(tap(), first);

        assertThat(Truths.newest(second.records(STREAM))).containsKey(between);
        Truths.assertSame(sandbox, STREAM, first, second);
    }

    @Test
    void aBillRunThatStampsThousandsOfRowsInOneSecondComesWhole() {
        TapRun.Result first = whole(tap());
        sandbox.advance(Duration.ofHours(1));
        sandbox.zuora().burst(STREAM, 3_000, Map.of("Name", "in one second"));
        sandbox.advance(Duration.ofHours(1));
        sandbox.fault(Fault.of(ZuoraFault.FILE_TOO_LARGE).seconds(1_200));

        TapRun.Result second = whole(tap(), first);

        assertThat(second.log()).anyMatch(line -> line.contains("is too much at once"));
        Truths.assertSame(sandbox, STREAM, first, second);
    }
}
