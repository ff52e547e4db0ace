package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own limit of megabytes a day, and windows that shrink before a quota is hit. */
class MegabytesTest {
    private static final String HEADER = "id,email,updatedAt\n";

    private final ScriptedInstance marketo =
            new ScriptedInstance().leadFields("id:integer", "email:string", "updatedAt:datetime");

    @AfterEach
    void stop() {
        marketo.close();
    }

    private TapRun.Result leads(int days, String megabytes) {
        return marketo.tap()
                .set("start_date", Instant.now().minus(Duration.ofDays(days)).toString())
                .set("max_queued_jobs", 1)
                .set("max_bulk_mb_per_day", megabytes)
                .streams("leads")
                .run();
    }

    private void finishedToday(String kind, long bytes) {
        marketo.on(
                "GET /bulk/v1/" + kind + "/export.json",
                Answer.success("[{\"exportId\":\"x\",\"status\":\"Completed\",\"finishedAt\":\"" + Instant.now()
                        + "\",\"fileSize\":" + bytes + "},{\"exportId\":\"y\",\"status\":\"Completed\","
                        + "\"finishedAt\":\"2020-01-01T00:00:00Z\",\"fileSize\":999999999}]"));
    }

    @Test
    void whatOtherRunsExportedTodayCounts() {
        finishedToday("leads", 600_000);
        finishedToday("activities", 600_000);
        finishedToday("program/members", 0);
        marketo.jobs("leads", HEADER + "1,a@b.io,2026-01-05T00:00:00Z\n");

        TapRun.Result stopped = leads(9, "1");
        TapRun.Result enough = leads(9, "2");

        assertThat(stopped.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(stopped.err()).contains("1 MB were exported today, 'max_bulk_mb_per_day' is 1");
        assertThat(enough.code()).as(enough.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileThatIsLargeForTheQuotaHalvesTheNextWindows() {
        finishedToday("leads", 0);
        finishedToday("activities", 0);
        finishedToday("program/members", 0);
        marketo.jobs("leads", HEADER + "1," + "x".repeat(300_000) + ",2026-01-05T00:00:00Z\n");

        TapRun.Result small = leads(45, "1");
        TapRun.Result large = leads(45, "500");

        assertThat(small.log()).anyMatch(line -> line.contains("windows are halved"));
        assertThat(large.log()).noneMatch(line -> line.contains("windows are halved"));
        assertThat(large.code()).as(large.err()).isEqualTo(ExitCode.OK);
    }
}
