package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.salesforce.ScriptedOrganisation.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals name the permission or limit and the remedy; they end the stream and never pass for "no rows". */
class PermissionsTest {
    private static final String FIELDS =
            "{\"name\":\"Id\",\"type\":\"id\"},{\"name\":\"SystemModstamp\",\"type\":\"datetime\"}";

    private final ScriptedOrganisation org = new ScriptedOrganisation();

    @AfterEach
    void close() {
        org.close();
    }

    private ScriptedOrganisation withObject(String name) {
        return org.on(
                "GET sobjects/" + name + "/describe",
                200,
                "{\"name\":\"" + name + "\",\"keyPrefix\":\"00T\",\"queryable\":true,\"replicateable\":false,"
                        + "\"fields\":[" + FIELDS + "]}");
    }

    private static String error(String code, String message) {
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            400 | OPERATION_TOO_LARGE | exceeded 100000 distinct who/what's | View All Data
            400 | API_ERROR | Implementation restriction: EntitySubscription needs LIMIT | View All Data
            400 | INVALID_TYPE | sObject type 'Task' is not supported. | grant the user read access
            400 | MALFORMED_QUERY | Task: a filter on a reified column is required [UserId,DurableId] | deselect it
            403 | API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization. | lacks API access
            404 | NOT_FOUND | The requested resource does not exist | grant the user read access
            410 | GONE | The API version v64.0 has been retired. | set 'api_version'
            400 | INVALID_TYPE_FOR_OPERATION | entity type Task does not support query | deselect it
            """)
    void aRefusalNamesItsRemedyAndLeavesTheBookmark(int status, String code, String message, String remedy) {
        withObject("Task").on("GET queryAll", asked -> new Answer(status, error(code, message)));

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"Task\"", code, message.substring(0, 8), remedy);
        assertThat(run.bookmark("Task").isMissingNode()).isTrue();
    }

    @Test
    void aSecurityPolicyThatTakesTooLongIsSatOutAndNamedWithItsRemedy() {
        withObject("Task")
                .on("GET queryAll", 403, error("TXN_SECURITY_METERING_ERROR", "security policies took too long"));

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.err()).contains("Exempt from Transaction Security");
        assertThat(org.asked("GET queryAll")).hasSize(3);
    }

    @Test
    void aPageThatIsNotFoundIsNoEnd() {
        withObject("Task")
                .on(
                        "GET queryAll",
                        200,
                        "{\"done\":false,\"nextRecordsUrl\":\"/services/data/v64.0/query/0r8-2000\",\"records\":["
                                + "{\"Id\":\"00TA\",\"SystemModstamp\":\"2024-05-01T10:00:00.000+0000\"}]}")
                .on("GET query/", 404, error("NOT_FOUND", "The requested resource does not exist"));

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.bookmark("Task").has("replication_key_value")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 100, false", "100, 99, false", "101, 99, true", "2, 1, true", "90, 100, false"})
    void aReadThatBringsFewerRowsThanSalesforceCountsIsToldOf(int counted, int come, boolean told) {
        String rows = IntStream.range(0, come)
                .mapToObj(i -> "{\"Id\":\"00T" + i + "\",\"SystemModstamp\":\"2024-05-01T10:00:00.000+0000\"}")
                .collect(Collectors.joining(","));
        withObject("Task")
                .on("GET limits/recordCount", 200, "{\"sObjects\":[{\"name\":\"Task\",\"count\":" + counted + "}]}")
                .on("GET queryAll", 200, "{\"done\":true,\"records\":[" + rows + "]}");

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log().stream().anyMatch(line -> line.startsWith("WARN") && line.contains("View All Data")))
                .isEqualTo(told);
    }

    @Test
    void followingPagesAreAskedForWithoutTheQuery() {
        withObject("Task")
                .on("GET query/0r8-2000", 200, "{\"done\":true,\"records\":[]}")
                .on(
                        "GET queryAll",
                        200,
                        "{\"done\":false,\"nextRecordsUrl\":\"/services/data/v64.0/query/0r8-2000\",\"records\":[]}");

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(org.asked("GET query/"))
                .singleElement()
                .extracting(ScriptedOrganisation.Asked::path)
                .isEqualTo("query/0r8-2000");
    }

    @ParameterizedTest
    @CsvSource({"INVALID_AUTH_HEADER, INVALID_HEADER_TYPE", "INVALID_JWT_FORMAT, bad"})
    void aTokenThatIsNoLongerUnderstoodIsRenewedOnce(String code, String message) {
        withObject("Task")
                .times(1, "GET queryAll", 401, error(code, message))
                .on("GET queryAll", 200, "{\"done\":true,\"records\":[]}");

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(org.asked("POST /services/oauth2/token")).hasSize(2);
    }

    @Test
    void aTokenThatIsRefusedTwiceEndsTheRun() {
        withObject("Task").on("GET queryAll", 401, error("INVALID_SESSION_ID", "Session expired or invalid"));

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(org.asked("GET queryAll")).hasSize(2);
        assertThat(org.asked("POST /services/oauth2/token")).hasSize(2);
    }
}
