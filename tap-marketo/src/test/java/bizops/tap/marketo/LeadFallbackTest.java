package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads of a subscription that cannot extract them by {@code updatedAt} (1035). */
class LeadFallbackTest {
    private static final String OLD = "2020-01-05T00:00:00Z";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final ScriptedInstance marketo = new ScriptedInstance();

    @BeforeEach
    void start() {
        marketo.leadFields("id:integer", "email:email", "score__c:score", "updatedAt:datetime", "createdAt:datetime");
        marketo.on(
                "POST /bulk/v1/leads/export/create.json",
                request -> request.body().contains("\"updatedAt\":{")
                        ? Answer.error("1035", "Unsupported filter type for target subscription: updatedAt")
                        : Answer.success("[{\"exportId\":\"job-1\",\"status\":\"Created\"}]"));
        marketo.jobs("leads", "id,email,score__c,updatedAt,createdAt\n1,a@b.io,7.0," + OLD + "," + OLD + "\n");
        marketo.on(
                "GET /rest/v1/activities/pagingtoken.json",
                Answer.json("{\"success\":true,\"nextPageToken\":\"T1==\"}"));
        marketo.on(
                "GET /rest/v1/activities.json",
                request -> Answer.json(
                        request.path().contains("T1==")
                                ? "{\"success\":true,\"moreResult\":true,\"nextPageToken\":\"T2==\"}"
                                : "{\"success\":true,\"moreResult\":false,\"nextPageToken\":\"T3==\",\"result\":["
                                        + "{\"marketoGUID\":\"5\",\"leadId\":1,\"activityTypeId\":13},"
                                        + "{\"marketoGUID\":\"6\",\"leadId\":1,\"activityTypeId\":13},"
                                        + "{\"marketoGUID\":\"7\",\"leadId\":2,\"activityTypeId\":22}]}"));
        marketo.on(
                "GET /rest/v1/leads.json",
                Answer.success("[{\"id\":1,\"email\":\"edited@b.io\",\"score__c\":8,\"updatedAt\":\"" + OLD
                        + "\",\"createdAt\":\"" + OLD + "\"}]"));
    }

    @AfterEach
    void stop() {
        marketo.close();
    }

    private TapRun tap() {
        return marketo.tap()
                .set("start_date", now.minus(Duration.ofDays(20)).toString())
                .streams("leads");
    }

    private TapRun.Result from(Instant bookmark, Instant sweptAt, Instant probedAt) {
        TapRun.Result run = tap().state("{\"bookmarks\":{\"leads\":{\"replication_key\":\"updatedAt\","
                        + "\"replication_key_value\":\"" + bookmark + "\",\"updated_at_filter\":false,\"probed_at\":\""
                        + probedAt + "\",\"swept_at\":\"" + sweptAt + "\"}}}")
                .run();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    @Test
    void theFirstRunReadsAllByCreationAndRemembersWhy() {
        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("leads")).hasSize(1);
        assertThat(run.log()).anyMatch(line -> line.contains("cannot extract leads by updatedAt (1035)"));
        assertThat(run.bookmark("leads").path("updated_at_filter").asBoolean(true))
                .isFalse();
        assertThat(run.bookmark("leads").has("swept_at")).isTrue();
        assertThat(run.bookmark("leads").has("swept_until")).isFalse();
        assertThat(Instant.parse(
                        run.bookmark("leads").path("replication_key_value").asText()))
                .isAfter(now.minusSeconds(400));
    }

    @Test
    void laterRunsFetchTheLeadsWhoseActivitiesTellOfAChange() {
        TapRun.Result run = from(now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(2)), now);

        assertThat(run.records("leads"))
                .anyMatch(lead -> lead.path("email").asText().equals("edited@b.io")
                        && lead.path("score__c").asInt() == 8);
        assertThat(marketo.asked("GET /rest/v1/leads.json"))
                .hasSize(1)
                .allMatch(request -> request.path().contains("filterValues=1,2")
                        && request.path().contains("fields=id,email,score__c"));
        assertThat(marketo.asked("POST /bulk/v1/leads/export/create.json"))
                .noneMatch(request -> request.body().contains("\"updatedAt\":{"));
    }

    @Test
    void aFieldThatDoesNotComeHasNoValueAnyMore() {
        try (ScriptedInstance cleared = new ScriptedInstance()) {
            cleared.leadFields("id:integer", "email:email", "score__c:score", "updatedAt:datetime");
            TapRun.Result run = changed(cleared, Answer.success("[{\"id\":9,\"email\":\"left@b.io\"}]"));

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.records("leads").get(0).has("score__c")).isTrue();
            assertThat(run.records("leads").get(0).path("score__c").isNull()).isTrue();
        }
    }

    @Test
    void leadsThatComeOverSeveralPagesAreAllRead() {
        try (ScriptedInstance paged = new ScriptedInstance()) {
            paged.leadFields("id:integer", "email:email", "updatedAt:datetime");
            paged.times(
                    1,
                    "GET /rest/v1/leads.json",
                    Answer.json("{\"success\":true,\"moreResult\":true,\"nextPageToken\":\"T9==\","
                            + "\"result\":[{\"id\":1}]}"));
            TapRun.Result run = changed(paged, Answer.success("[{\"id\":2}]"));

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.records("leads"))
                    .extracting(lead -> lead.path("id").asInt())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void aFieldThatIsGoneSinceItWasDescribedIsLeftOut() {
        try (ScriptedInstance drifted = new ScriptedInstance()) {
            drifted.leadFields("id:integer", "email:email", "gone__c:string", "updatedAt:datetime");
            drifted.times(1, "GET /rest/v1/leads.json", Answer.error("1006", "Field 'gone__c' not found"));
            TapRun.Result run = changed(drifted, Answer.success("[{\"id\":2,\"email\":\"x@b.io\"}]"));

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.records("leads")).hasSize(1);
            assertThat(run.records("leads").get(0).has("gone__c")).isFalse();
            assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("[gone__c]"));
        }
    }

    /** A run without any extract, that finds one changed lead and is told this of it. */
    private TapRun.Result changed(ScriptedInstance instance, Answer leads) {
        instance.on(
                "GET /rest/v1/activities/pagingtoken.json", Answer.json("{\"success\":true,\"nextPageToken\":\"T\"}"));
        instance.on("GET /rest/v1/activities.json", Answer.success("[{\"leadId\":9}]"));
        instance.on("GET /rest/v1/leads.json", leads);
        return instance.tap()
                .set("start_date", now.minusSeconds(200).toString())
                .streams("leads")
                .state("{\"bookmarks\":{\"leads\":{\"updatedAt\":\"" + now.minusSeconds(250)
                        + "\",\"updated_at_filter\":false,\"probed_at\":\"" + now + "\",\"swept_at\":\"" + now
                        + "\"}}}")
                .run();
    }

    @Test
    void fromTimeToTimeAllAreReadAgainFromTheStartDate() {
        from(now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(31)), now);

        assertThat(marketo.asked("POST /bulk/v1/leads/export/create.json")
                        .get(0)
                        .body())
                .contains(now.minus(Duration.ofDays(20)).toString());
        assertThat(marketo.asked("GET /rest/v1/activities.json")).isEmpty();
    }

    @Test
    void theFilterIsTriedAgainAfterAMonth() {
        from(now.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(31)));

        assertThat(marketo.asked("POST /bulk/v1/leads/export/create.json")
                        .get(0)
                        .body())
                .contains("\"updatedAt\":{");
    }

    @Test
    void aQueryTooLongForAnAddressTravelsAsAForm() {
        String[] many = new String[600];
        for (int i = 0; i < many.length; i++) {
            many[i] = "aCustomFieldWithALongName" + i + "__c:string";
        }
        many[0] = "id:integer";
        many[1] = "updatedAt:datetime";
        try (ScriptedInstance wide = new ScriptedInstance()) {
            wide.leadFields(many);
            wide.on(
                    "POST /bulk/v1/leads/export/create.json",
                    request -> request.body().contains("\"updatedAt\":{")
                            ? Answer.error("1035", "Unsupported filter type")
                            : Answer.error("702", "never mind"));
            wide.on(
                    "GET /rest/v1/activities/pagingtoken.json",
                    Answer.json("{\"success\":true,\"nextPageToken\":\"T\"}"));
            wide.on("GET /rest/v1/activities.json", Answer.success("[{\"leadId\":1}]"));
            wide.on(
                    "POST /rest/v1/leads.json?_method=GET",
                    Answer.success("[{\"id\":1,\"updatedAt\":\"" + OLD + "\"}]"));
            TapRun.Result run = wide.tap()
                    .set("start_date", now.minusSeconds(200).toString())
                    .streams("leads")
                    .state("{\"bookmarks\":{\"leads\":{\"updatedAt\":\"" + now.minusSeconds(250)
                            + "\",\"updated_at_filter\":false,\"probed_at\":\"" + now + "\",\"swept_at\":\"" + now
                            + "\"}}}")
                    .run();

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.records("leads")).hasSize(1);
            assertThat(wide.asked("POST /rest/v1/leads.json?_method=GET").get(0).body())
                    .startsWith("filterType=id")
                    .contains("aCustomFieldWithALongName599__c");
        }
    }
}
