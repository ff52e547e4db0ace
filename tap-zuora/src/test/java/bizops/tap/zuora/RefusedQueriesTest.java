package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.zuora.ScriptedTenant.Answer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that real tenants have refused: what is left out, and what is told. */
class RefusedQueriesTest {
    private static final String HEADER = "Account.Id,Account.UpdatedDate,Account.Name\n";
    private static final String SYNTAX = "There is a syntax error in one of the queries in the AQuA input (Error = ";

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
    void theFieldThatTheQueryRefusesIsLeftOutAndNotAskedForAgain() {
        tenant.times(
                1,
                "POST /v1/batch-query/",
                200,
                "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"" + SYNTAX
                        + "There is no field named name, Query = select Id, UpdatedDate, Name from Account order\"}");
        tenant.object("Account", "Id", "Name", "UpdatedDate");
        ScriptedJobs jobs = new ScriptedJobs(tenant, query -> "Account.Id,Account.UpdatedDate\na1,\n");

        TapRun.Result first = tap().run();
        TapRun.Result second = tap().state(first.state().toString()).run();

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.log())
                .anyMatch(line -> line.startsWith("WARN") && line.contains("refuses the field \"Name\""));
        assertThat(first.records("Account").get(0).has("Name")).isFalse();
        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(jobs.queries()).noneMatch(query -> query.contains("Name"));
        assertThat(tenant.asked("POST /v1/batch-query/")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id", "UpdatedDate"})
    void withoutKeyOrStampTheStreamFailsInOneLine(String field) {
        accounts("");
        try (ScriptedTenant refusing = new ScriptedTenant()) {
            refusing.object("Account", "Id", "Name", "UpdatedDate")
                    .on(
                            "POST /v1/batch-query/",
                            200,
                            "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"There is no field named "
                                    + field + "\"}");

            TapRun.Result run = refusing.tap().streams("Account").run();

            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err()).contains("stream \"Account\"").contains("no field named " + field);
        }
    }

    @Test
    void oneRefusedStreamDoesNotTakeTheOthersOfItsJobWithIt() {
        tenant.object("Account", "Id", "Name", "UpdatedDate").object("Ghost", "Id", "Name", "UpdatedDate");
        tenant.on(
                "POST /v1/batch-query/",
                request -> request.body().contains("from Ghost")
                        ? Answer.of(
                                200,
                                "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"" + SYNTAX
                                        + "The requested data source could not be found, Query = select Id, UpdatedDate, Name"
                                        + " from Ghost order by Id\"}")
                        : Answer.of(200, "{\"id\":\"j\"}"));
        tenant.on("GET /v1/batch-query/jobs/j", 200, done("Account", 1, "f"));
        tenant.on("GET /v1/files/f", 200, HEADER + "a1,,Acme\n");

        TapRun.Result run = tenant.tap()
                .streams("Account", "Ghost")
                .set("on_stream_error", "continue")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.records("Account")).hasSize(1);
        assertThat(run.err()).contains("Ghost");
        assertThat(tenant.asked("POST /v1/batch-query/")).hasSize(2);
    }

    @Test
    void anObjectThatTheTenantLacksEndsTheRunWithOneLine() {
        tenant.object("Ghost", "Id", "Name", "UpdatedDate")
                .on(
                        "POST /v1/batch-query/",
                        200,
                        "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"" + SYNTAX
                                + "The requested data source could not be found, Query = select Id)\"}");

        TapRun.Result run = tenant.tap().streams("Ghost").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"Ghost\"")
                .contains("deselect the stream")
                .contains("request r-4711");
    }

    @Test
    void whereNobodySaysWhichQueryIsRefusedEachIsAskedAlone() {
        tenant.object("Account", "Id", "Name", "UpdatedDate").object("Ghost", "Id", "Name", "UpdatedDate");
        tenant.on(
                "POST /v1/batch-query/",
                request -> request.body().contains("from Ghost")
                        ? Answer.of(200, "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"Oops\"}")
                        : Answer.of(200, "{\"id\":\"j\"}"));
        tenant.on("GET /v1/batch-query/jobs/j", 200, done("Account", 1, "f"));
        tenant.on("GET /v1/files/f", 200, HEADER + "a1,,Acme\n");

        TapRun.Result run = tenant.tap()
                .streams("Account", "Ghost")
                .set("on_stream_error", "continue")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.records("Account")).hasSize(1);
    }

    @Test
    void aRelationThatTheTenantLacksIsFoundByAskingForEach() {
        tenant.on("GET /v1/describe/Invoice", 200, """
                <object><name>Invoice</name><fields>
                <field><name>Id</name><type>text</type><contexts><context>export</context></contexts></field>
                <field><name>UpdatedDate</name><type>datetime</type><contexts><context>export</context></contexts></field>
                </fields><related-objects><object><name>Account</name></object>
                <object><name>BillToContactSnapshot</name></object></related-objects></object>
                """);
        tenant.on(
                "POST /v1/batch-query/",
                request -> request.body().contains("BillToContactSnapshot.Id")
                        ? Answer.of(
                                200,
                                "{\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"The requested data source could not"
                                        + " be found\"}")
                        : Answer.of(200, "{\"id\":\"j\"}"));
        tenant.on("DELETE /v1/batch-query/jobs/j", 200, "{}");
        tenant.on("GET /v1/batch-query/jobs/j", 200, done("Invoice", 1, "f"));
        tenant.on("GET /v1/files/f", 200, "Invoice.Id,Invoice.UpdatedDate,Account.Id\ni1,,a1\n");

        TapRun.Result run = tenant.tap().streams("Invoice").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Invoice").get(0).path("AccountId").asText()).isEqualTo("a1");
        assertThat(run.log()).anyMatch(line -> line.contains("refuses the field \"BillToContactSnapshot.Id\""));
    }

    @Test
    void aQueryThatIsTooLongForZuoraIsNotSentAndItsStreamSaysWhatToDo() {
        String[] fields = IntStream.range(0, 900)
                .mapToObj(n -> n == 0 ? "Id" : "A_custom_field_of_many_" + n + "__c")
                .toArray(String[]::new);
        tenant.object("Account", fields);

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"Account\"")
                .contains("Zuora takes 20000")
                .contains("deselect some of its fields");
        assertThat(tenant.asked("POST /v1/batch-query/")).isEmpty();
    }

    @Test
    void anObjectThatTheUserMayNotSeeIsAnErrorAndNotNoRows() {
        tenant.object("Account", "Id", "Name", "UpdatedDate")
                .on("POST /v1/batch-query/", 200, "{\"id\":\"j\"}")
                .on(
                        "GET /v1/batch-query/jobs/j",
                        200,
                        "{\"status\":\"completed\",\"batches\":[{\"name\":\"Account\",\"status\":\"completed\"}]}");

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("has no file for \"Account\"").contains("role");
    }

    @ParameterizedTest
    @CsvSource({"error, 90001", "aborted, ''", "failed, ''"})
    void aJobThatFailsEndsTheRunWithItsOwnWords(String status, String code) {
        tenant.object("Account", "Id", "Name", "UpdatedDate")
                .on("POST /v1/batch-query/", 200, "{\"id\":\"j\"}")
                .on(
                        "GET /v1/batch-query/jobs/j",
                        200,
                        "{\"status\":\"" + status + "\",\"batches\":[{\"name\":\"Account\",\"status\":\"" + status
                                + "\",\"errorCode\":\"" + code + "\",\"message\":\"You must specify a select.\"}]}");

        TapRun.Result run = tap().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("You must specify a select.").contains("stream \"Account\"");
        assertThat(tenant.asked("GET /v1/batch-query/jobs/j")).hasSize(1);
    }

    private static String done(String name, int rows, String file) {
        return "{\"status\":\"completed\",\"batches\":[{\"name\":\"" + name
                + "\",\"status\":\"completed\",\"recordCount\":" + rows + ",\"fileId\":\"" + file + "\"}]}";
    }
}
