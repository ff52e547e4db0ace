package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.error.ExitCode;
import java.time.Duration;
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
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04).advance(Duration.ofHours(1)));
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
                "Lead",
                "Campaign",
                "CampaignMember",
                "Opportunity",
                "OpportunityContactRole",
                "OpportunityHistory",
                "OpportunityFieldHistory",
                "OpportunityStage",
                "Task",
                "User"
            })
    void everyRowArrivesToTheLastDigitAndCodePoint(String object) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);

        assertThat(Truths.rows(sandbox, object)).isNotEmpty();
        Truths.assertSame(sandbox, object, run.records(object));
    }

    @Test
    void archivedTasksAndRowsInTheBinCome() {
        assertThat(run.records("Task")).anyMatch(task -> task.path("IsArchived").asBoolean());
        assertThat(run.records("Lead")).anyMatch(lead -> lead.path("IsDeleted").asBoolean());
    }
}
