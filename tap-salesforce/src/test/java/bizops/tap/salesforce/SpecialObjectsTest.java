package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.salesforce.ScriptedOrganisation.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects and answers of real organisations that no flag of describe announces. */
class SpecialObjectsTest {
    private static final String ID = "{\"name\":\"Id\",\"type\":\"id\"}";
    private static final String NOTHING = "{\"done\":true,\"records\":[]}";
    private static final String DAY_AGO =
            Instant.now().minus(Duration.ofDays(1)).toString();

    private final ScriptedOrganisation org = new ScriptedOrganisation();

    @AfterEach
    void close() {
        org.close();
    }

    private static String stamp(String name) {
        return "{\"name\":\"" + name + "\",\"type\":\"datetime\"}";
    }

    private ScriptedOrganisation withObject(String name, boolean replicateable, String... fields) {
        return org.on(
                "GET sobjects/" + name + "/describe",
                200,
                "{\"name\":\"" + name + "\",\"keyPrefix\":\"00T\",\"queryable\":true,\"replicateable\":" + replicateable
                        + ",\"fields\":[" + String.join(",", fields) + "]}");
    }

    private static String error(String code, String message) {
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]";
    }

    @Test
    void aQueryThatTouchesTooMuchIsHalvedUntilItDoesNot() {
        withObject("Task", false, ID, stamp("SystemModstamp"))
                .times(3, "GET queryAll", 400, error("OPERATION_TOO_LARGE", "exceeded 100000 distinct who/what's"))
                .on("GET queryAll", 200, NOTHING);

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(org.asked("GET queryAll")).hasSize(3 + 4);
    }

    @Test
    void aPageThatIsCutThoughItsHttpIsWholeIsAskedForAgain() {
        withObject("Task", false, ID, stamp("SystemModstamp"))
                .times(1, "GET queryAll", 200, "{\"done\":true,\"records\":[{\"Id\":\"00TA\",\"System")
                .on(
                        "GET queryAll",
                        200,
                        "{\"done\":true,\"records\":[{\"Id\":\"00TA\",\"SystemModstamp\":"
                                + "\"2024-05-01T10:00:00.000Z\"}]}");

        TapRun.Result run = org.tap().streams("Task").set("api_type", "REST").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("Task")).hasSize(1);
        assertThat(org.asked("GET queryAll")).hasSize(2);
    }

    @Test
    void loginsAreFollowedByTheirTime() {
        withObject("LoginHistory", false, ID, stamp("LoginTime")).on("GET queryAll", 200, NOTHING);

        TapRun.Result run = org.tap()
                .streams("LoginHistory")
                .set("api_type", "REST")
                .state("{\"bookmarks\":{\"LoginHistory\":{\"LoginTime\":\"" + DAY_AGO + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(org.asked("GET queryAll"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.path())
                        .contains("WHERE LoginTime >= ", " AND LoginTime < ", "ORDER BY LoginTime,Id"));
    }

    @Test
    void anObjectThatHasAnotherIdentifierIsKeyedByIt() {
        String identifier = "{\"name\":\"EventIdentifier\",\"type\":\"string\",\"length\":36}";
        withObject("LightningUriEvent", false, identifier, stamp("CreatedDate"));

        JsonNode stream = org.tap()
                .streams("LightningUriEvent")
                .discover()
                .run()
                .catalog()
                .path("streams")
                .path(0);

        assertThat(stream.path("key_properties").toString()).isEqualTo("[\"EventIdentifier\"]");
    }

    @Test
    void anObjectThatBulkDoesNotSupportIsReadOverRestWithoutAJob() {
        withObject("TaskStatus", false, ID, stamp("SystemModstamp")).on("GET queryAll", 200, NOTHING);

        TapRun.Result run =
                org.tap().streams("TaskStatus").set("api_type", "BULK2").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(line -> line.contains("reading over REST, since Bulk does not support"));
        assertThat(org.asked("POST jobs/query")).isEmpty();
    }

    @Test
    void deletionsThatAreRefusedForTheirAgeLeadToAReadOfEverything() {
        String longAgo = Instant.now().minus(Duration.ofDays(40)).toString();
        withObject("Task", true, ID, stamp("SystemModstamp"))
                .on("GET sobjects/Task/updated", 200, "{\"ids\":[],\"latestDateCovered\":\"" + Instant.now() + "\"}")
                .on("GET sobjects/Task/deleted", 400, error("INVALID_REPLICATION_DATE", "startDate is too old"))
                .on("GET queryAll", 200, NOTHING);
        String state = "{\"bookmarks\":{\"Task\":{\"SystemModstamp\":\"" + longAgo + "\"}}}";

        TapRun.Result run =
                org.tap().streams("Task").set("api_type", "REST").state(state).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.log()).anyMatch(line -> line.contains("every row is read again"));
        assertThat(run.of("ACTIVATE_VERSION")).hasSize(1);
    }

    @Test
    void callsGoToTheServerThatTheLoginNames() {
        try (ScriptedOrganisation login = new ScriptedOrganisation()) {
            login.loggingInTo(org);
            withObject("Task", false, ID, stamp("SystemModstamp"))
                    .on("GET queryAll", asked -> new Answer(200, NOTHING));

            TapRun.Result run =
                    login.tap().streams("Task").set("api_type", "REST").run();

            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(login.asked("GET")).isEmpty();
            assertThat(org.asked("POST /services/oauth2/token")).isEmpty();
        }
    }
}
