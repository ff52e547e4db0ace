package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletedLeadsTest {
    private final ScriptedInstance marketo = new ScriptedInstance();

    @BeforeEach
    void start() {
        marketo.on(
                "GET /rest/v1/activities/pagingtoken.json",
                Answer.json("{\"success\":true,\"nextPageToken\":\"T0==\"}"));
    }

    @AfterEach
    void stop() {
        marketo.close();
    }

    private void pages(String... bodies) {
        for (int i = 0; i < bodies.length; i++) {
            marketo.on("GET /rest/v1/activities/deletedleads.json?nextPageToken=T" + i + "==", Answer.json(bodies[i]));
        }
    }

    private static String page(boolean more, String next, String... rows) {
        return "{\"success\":true,\"moreResult\":" + more + ",\"nextPageToken\":\"" + next + "\""
                + (rows.length == 0 ? "" : ",\"result\":[" + String.join(",", rows) + "]") + "}";
    }

    private static String row(int guid, int lead) {
        return "{\"id\":" + guid + ",\"marketoGUID\":\"" + guid + "\",\"leadId\":" + lead
                + ",\"activityDate\":\"2026-01-05T06:56:35+0000\",\"activityTypeId\":37,\"primaryAttributeValueId\":"
                + lead + ",\"primaryAttributeValue\":\"Owyliphys Iledil\",\"attributes\":[]}";
    }

    @Test
    void emptyPagesAreNotTheEnd() {
        pages(page(true, "T1=="), page(true, "T2=="), page(true, "T3==", row(1, 6)), page(false, "T4==", row(2, 7)));

        TapRun.Result run = marketo.tap().streams("deleted_leads").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("deleted_leads"))
                .extracting(row -> row.path("leadId").asInt())
                .containsExactly(6, 7);
        assertThat(run.records("deleted_leads").get(0).path("activityDate").asText())
                .isEqualTo("2026-01-05T06:56:35Z");
    }

    /** Others use the same quota. */
    @Test
    void theDaysCallsAreLookedUpAtFirstAndAfterEveryFiveHundred() {
        marketo.on("GET /rest/v1/activities/deletedleads.json", request -> {
            int place = Integer.parseInt(request.path().replaceFirst(".*nextPageToken=T(\\d+)==.*", "$1"));
            return Answer.json(page(place < 600, "T" + (place + 1) + "=="));
        });

        TapRun.Result run = marketo.tap().streams("deleted_leads").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(marketo.asked("GET /rest/v1/stats/usage.json")).hasSize(2);
    }

    @Test
    void aLeadThatIsToldTwiceIsSentOnce() {
        pages(page(true, "T1==", row(1, 6)), page(false, "T2==", row(2, 6)));

        TapRun.Result run = marketo.tap().streams("deleted_leads").run();

        assertThat(run.records("deleted_leads")).hasSize(1);
    }

    @Test
    void aPageThatNamesItselfForEverEndsTheStream() {
        pages(page(true, "T0=="));

        TapRun.Result run = marketo.tap().streams("deleted_leads").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("always names the same page");
    }

    @Test
    void aLongPauseIsToldForMarketoForgets() {
        pages(page(false, "T1=="));
        Instant bookmark = Instant.now().minus(Duration.ofDays(14));

        TapRun.Result run = marketo.tap()
                .streams("deleted_leads")
                .state("{\"bookmarks\":{\"deleted_leads\":{\"replication_key\":\"activityDate\","
                        + "\"replication_key_value\":\"" + bookmark + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(line -> line.contains("deletes may be lost"));
    }

    @Test
    void eachRunLooksADayBack() {
        pages(page(false, "T1=="));
        Instant bookmark = Instant.parse("2026-03-01T00:00:00Z");

        marketo.tap()
                .streams("deleted_leads")
                .state("{\"bookmarks\":{\"deleted_leads\":{\"activityDate\":\"" + bookmark + "\"}}}")
                .run();

        assertThat(marketo.asked("GET /rest/v1/activities/pagingtoken.json"))
                .allMatch(request -> request.path().endsWith("sinceDatetime=2026-02-28T00:00:00Z"));
    }
}
