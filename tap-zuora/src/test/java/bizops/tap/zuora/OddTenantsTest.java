package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real tenants have answered and the sandbox's does not. */
class OddTenantsTest {
    private static final String HEADER = "Account.Id,Account.UpdatedDate,Account.Name\n";

    private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private final ScriptedTenant tenant = new ScriptedTenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private ScriptedJobs accounts(String rows) {
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        return new ScriptedJobs(tenant, query -> HEADER + rows);
    }

    private TapRun tap() {
        return tenant.tap().streams("Account");
    }

    @Test
    void aRowWithoutAStampIsSentAndTheBookmarkIsTheEndOfTheWindow() {
        accounts("a1,,Acme\n");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account")).hasSize(1);
        assertThat(run.records("Account").get(0).path("UpdatedDate").isNull()).isTrue();
        assertThat(run.of("SCHEMA").get(0).path("schema").path("properties").path("UpdatedDate"))
                .as("a schema that the row keeps")
                .hasToString("{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}");
        assertThat(run.bookmark("Account").path("replication_key_value").asText())
                .endsWith("Z");
    }

    @Test
    void aStampWithAFractionComesAsItIsAndTheNextWindowBeginsWhereThisOneEnded() {
        String stamp = yesterday.toString().replace("Z", ".678");
        ScriptedJobs jobs = accounts("a1," + stamp + "+0000,Acme\n");
        String state = "{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"" + stamp + "Z\"}}}";

        TapRun.Result first = tap().set("settle_seconds", 0).state(state).run();
        TapRun.Result second =
                tap().set("settle_seconds", 0).state(first.state().toString()).run();

        assertThat(first.records("Account").get(0).path("UpdatedDate").asText()).isEqualTo(stamp + "Z");
        assertThat(jobs.queries().get(0)).contains(">= '" + yesterday + "'");
        String end = first.bookmark("Account").path("replication_key_value").asText();
        assertThat(end).isGreaterThan(yesterday.toString());
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.queries().subList(1, jobs.queries().size()))
                .allMatch(query -> query.contains(">= '" + end + "'"))
                .hasSizeLessThan(2);
    }

    @Test
    void aRowThatWasChangedBeforeTheWindowIsSentAllTheSame() {
        accounts("a1,2001-01-01T00:00:00+0000,Acme\n");

        TapRun.Result run = tap().state("{\"bookmarks\":{\"Account\":{\"replication_key\":\"UpdatedDate\","
                        + "\"replication_key_value\":\"" + yesterday + "\"}}}")
                .run();

        assertThat(run.records("Account")).hasSize(1);
    }

    @Test
    void theFirstReadIsByPagesAndTheNextIsAWindow() {
        ScriptedJobs jobs = accounts("");

        TapRun.Result first = tap().run();
        TapRun.Result second = tap().state(first.state().toString()).run();

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.queries()).hasSize(2);
        assertThat(jobs.queries().get(0))
                .isEqualTo("select Id, UpdatedDate, Name from Account order by Id asc limit 250000");
        assertThat(jobs.queries().get(1))
                .matches("select Id, UpdatedDate, Name from Account where UpdatedDate >= '[0-9-]+T[0-9:]+Z'"
                        + " and UpdatedDate < '[0-9-]+T[0-9:]+Z'");
        assertThat(jobs.submitted().get(0).path("queries").path(0).has("deleted"))
                .isFalse();
        assertThat(jobs.submitted()
                        .get(1)
                        .path("queries")
                        .path(0)
                        .path("deleted")
                        .path("forceExport")
                        .asBoolean())
                .isTrue();
        assertThat(jobs.submitted().get(1).fieldNames())
                .toIterable()
                .contains("version")
                .doesNotContain("partner", "project", "incrementalTime");
    }

    @Test
    void aWindowBeginsSoFarBeforeTheBookmarkAsTheSettingSays() {
        ScriptedJobs jobs = accounts("");

        tap().set("settle_seconds", 90)
                .state("{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"2026-01-01 00:00:00\"}}}")
                .run();

        assertThat(jobs.queries().get(0)).contains("UpdatedDate >= '2025-12-31T23:58:30Z'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdatedOn", "TransactionDate"})
    void otherStampsAreFollowedWhereThatOneIsMissing(String cursor) {
        tenant.on(
                "GET /v1/describe/Log",
                200,
                "<object><name>Log</name><fields>"
                        + "<field><name>Id</name><type>text</type><contexts><context>export</context></contexts></field>"
                        + "<field><name>" + cursor + "</name><type>datetime</type>"
                        + "<contexts><context>export</context></contexts></field></fields></object>");
        new ScriptedJobs(tenant, query -> "Log.Id,Log." + cursor + "\n");

        TapRun.Result run = tenant.tap().streams("Log").run();

        assertThat(run.bookmark("Log").path("replication_key").asText()).isEqualTo(cursor);
    }

    @Test
    void anObjectWithoutAStampIsReadWholeEachTime() {
        tenant.object("EmailHistory", "Id", "Subject");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> "Id,Subject\ne1,Hello\n");

        TapRun.Result first = tenant.tap().streams("EmailHistory").run();
        TapRun.Result second = tenant.tap()
                .streams("EmailHistory")
                .state(first.state().toString())
                .set("emit_activate_version_messages", true)
                .run();

        assertThat(first.records("EmailHistory")).hasSize(1);
        assertThat(second.records("EmailHistory")).hasSize(1);
        assertThat(second.of("ACTIVATE_VERSION")).hasSize(1);
        assertThat(jobs.queries()).allMatch(query -> query.endsWith("from EmailHistory order by Id asc limit 250000"));
    }

    @Test
    void aLargeObjectIsReadPageByPageBehindTheGreatestId() {
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> {
            if (query.contains("Id > 'a4'")) {
                return HEADER + "a5,,\n";
            }
            return HEADER + (query.contains("Id > 'a2'") ? "a4,,\na3,,\n" : "a1,,\na2,,\n");
        });

        TapRun.Result run = tap().set("page_rows", 2).run();

        assertThat(run.records("Account"))
                .extracting(record -> record.path("Id").asText())
                .containsExactly("a1", "a2", "a4", "a3", "a5");
        assertThat(jobs.queries()).hasSize(4); // one was begun behind a3, the last row
    }

    @Test
    void segmentsAreReadOneAfterAnotherEachWithItsHeader() {
        tenant.object("Account", "Id", "Name", "UpdatedDate")
                .on("POST /v1/batch-query/", 200, "{\"id\":\"j\"}")
                .on(
                        "GET /v1/batch-query/jobs/j",
                        200,
                        "{\"status\":\"completed\",\"batches\":[{\"name\":\"Account\",\"status\":\"completed\","
                                + "\"recordCount\":3,\"segments\":[\"f1\",\"f2\"]}]}")
                .on("GET /v1/files/f1", 200, HEADER + "a1,,one\na2,,two\n")
                .on("GET /v1/files/f2", 200, "Account.Name,Account.Id,Account.UpdatedDate\nthree,a3,\n");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account"))
                .extracting(record -> record.path("Name").asText())
                .containsExactly("one", "two", "three");
    }

    @Test
    void windowsThatAreTooLargeAreHalvedAndThenGrowAgain() {
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        String tooLarge = "<security:max-object-size>2047MB</security:max-object-size>";
        tenant.times(3, "GET /v1/files/", new Answer(403, tooLarge, Map.of()));
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> HEADER + "a1,,Acme\n");

        TapRun.Result run = tap().state("{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"" + yesterday
                        + "\",\"fields\":\"Id UpdatedDate Name\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        List<String> windows = jobs.queries().subList(3, jobs.queries().size());
        String reached = windows.get(0).replaceAll(".*>= '([^']*)'.*", "$1");
        for (String window : windows) {
            assertThat(window).contains(">= '" + reached + "'");
            reached = window.replaceAll(".*< '([^']*)'.*", "$1");
        }
        assertThat(windows).hasSizeBetween(3, 4);
        assertThat(run.bookmark("Account").path("replication_key_value").asText())
                .isEqualTo(reached);
    }

    @Test
    void aSecondThatHoldsTooMuchIsReadByPagesOfItsIds() {
        Instant bookmark = Instant.now().minusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        tenant.object("Account", "Id", "Name", "UpdatedDate")
                .refuse(
                        "POST /v1/batch-query/",
                        "Z'\",\"deleted\"", // a window without a limit
                        "{\"status\":\"error\",\"errorCode\":\"90027\",\"message\":\"it takes too long\"}");
        ScriptedJobs jobs =
                new ScriptedJobs(tenant, query -> HEADER + (query.contains("Id > 'a2'") ? "a3,,\n" : "a1,,\na2,,\n"));

        TapRun.Result run = tap().set("settle_seconds", 0)
                .set("page_rows", 2)
                .state("{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"" + bookmark + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.queries()).hasSizeGreaterThan(3).allMatch(query -> query.endsWith("order by Id asc limit 2"));
        assertThat(jobs.queries().get(0))
                .contains(">= '" + bookmark + "'")
                .contains("< '" + bookmark.plusSeconds(1) + "'");
        assertThat(jobs.queries().get(1)).contains("Id > 'a2'");
        assertThat(run.records("Account"))
                .extracting(record -> record.path("Id").asText())
                .startsWith("a1", "a2", "a3", "a1");
    }

    @Test
    void aTenantWhoseJobsAreAllTakenIsAskedAgain() {
        tenant.times(
                2,
                "POST /v1/batch-query/",
                200,
                "{\"status\":\"error\",\"errorCode\":\"90028\",\"message\":\"too many concurrent jobs\"}");
        accounts("a1,,Acme\n");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Account")).hasSize(1);
    }

    @Test
    void anObjectThatCannotTellItsDeletionsIsReadWithoutThem() {
        tenant.times(
                1,
                "POST /v1/batch-query/",
                200,
                "{\"status\":\"error\",\"errorCode\":\"90017\",\"message\":\"cannot report deletes\"}");
        ScriptedJobs jobs = accounts("a1,,Acme\n");

        TapRun.Result run = tap().state("{\"bookmarks\":{\"Account\":{\"UpdatedDate\":\"" + yesterday + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.submitted().get(0).path("queries").path(0).has("deleted"))
                .isFalse();
    }

    @Test
    void aTokenIsRenewedBeforeItsEnd() {
        tenant.on("POST /oauth/token", 200, "{\"access_token\":\"t0ken\",\"expires_in\":30}");
        accounts("a1,,Acme\n");

        TapRun.Result run = tap().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(tenant.asked("POST /oauth/token")).hasSize(4);
    }

    @Test
    void aWholeTableGoesOnBehindItsLastPage() {
        tenant.object("EmailHistory", "Id", "Subject");
        ScriptedJobs jobs = new ScriptedJobs(
                tenant, query -> "Id,Subject\n" + (query.contains("Id > 'e2'") ? "e3,c\n" : "e1,a\ne2,b\n"));
        String state = "{\"bookmarks\":{\"EmailHistory\":{\"version\":7,\"table\":{\"end\":\"" + yesterday
                + "\",\"last_id\":\"e2\",\"limit\":2}}}}";

        TapRun.Result run = tenant.tap()
                .streams("EmailHistory")
                .set("page_rows", 2)
                .set("emit_activate_version_messages", true)
                .state(state)
                .run();

        assertThat(jobs.queries()).hasSize(1);
        assertThat(run.of("ACTIVATE_VERSION").get(0).path("version").asInt()).isEqualTo(7);
    }
}
