package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.salesforce.ScriptedOrganisation.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects, fields and answers that a usual organisation does not show. */
class OddObjectsTest {
    private static final String ID = field("Id", "id", "");
    private static final String STAMP = field("SystemModstamp", "datetime", "");
    private static final String TIMEOUT = "[{\"errorCode\":\"QUERY_TIMEOUT\",\"message\":\"running for too long\"}]";

    private final ScriptedOrganisation org = new ScriptedOrganisation();

    @AfterEach
    void close() {
        org.close();
    }

    private static String field(String name, String type, String more) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\"" + more + "}";
    }

    private static String object(String name, String... fields) {
        return "{\"name\":\"" + name + "\",\"queryable\":true,\"replicateable\":false,\"fields\":["
                + String.join(",", fields) + "]}";
    }

    private static String row(String id, String stamp, String more) {
        return "{\"attributes\":{},\"Id\":\"" + id + "\",\"SystemModstamp\":\"" + stamp + "\"" + more + "}";
    }

    private static String page(String next, String... rows) {
        return "{\"totalSize\":9,\"done\":" + next.isEmpty()
                + (next.isEmpty() ? "" : ",\"nextRecordsUrl\":\"/services/data/v64.0/query/" + next + "\"")
                + ",\"records\":[" + String.join(",", rows) + "]}";
    }

    private static List<String> ids(TapRun.Result run, String stream) {
        return run.records(stream).stream()
                .map(record -> record.path("Id").asText())
                .toList();
    }

    @Test
    void anObjectThatCannotBeSortedIsAskedForAgainAsAWholeWhenALocatorDies() {
        org.on("GET sobjects/Odd/describe", 200, object("Odd", field("Id", "id", ",\"sortable\":false"), STAMP))
                .on("GET queryAll", 200, page("0r8-2", row("001A", "2024-05-01T10:00:00.000+0000", "")))
                .times(1, "GET query/0r8-2", 400, "[{\"errorCode\":\"INVALID_QUERY_LOCATOR\",\"message\":\"x\"}]")
                .on("GET query/0r8-2", 200, page("", row("001B", "2024-04-01T10:00:00.000+0000", "")));

        TapRun.Result run =
                org.tap().streams("Odd").set("state_every_records", 1).run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ids(run, "Odd")).containsExactly("001A", "001A", "001B");
        assertThat(org.asked("GET queryAll"))
                .hasSize(2)
                .noneMatch(asked -> asked.path().contains("ORDER BY"));
        assertThat(run.of("STATE")).noneMatch(state -> state.toString().contains("position_"));
    }

    @Test
    void anObjectThatIsNotReplicateableIsReadUpToFiveMinutesAgo() {
        org.on("GET sobjects/Odd/describe", 200, object("Odd", ID, STAMP)).on("GET queryAll", 200, page(""));

        TapRun.Result run = org.tap().streams("Odd").run();

        Instant bookmark =
                Instant.parse(run.bookmark("Odd").path("replication_key_value").asText());
        assertThat(Duration.between(bookmark, Instant.now())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
        assertThat(org.asked("GET sobjects/Odd/updated")).isEmpty();
        assertThat(org.asked("GET sobjects/Odd/deleted")).isEmpty();
        assertThat(run.of("SCHEMA").get(0).path("schema").path("properties").has("_sdc_deleted_at"))
                .isFalse();
    }

    @Test
    void goesOnBehindTheLastRowInOrderAndNotBehindOneThatMovedAway() {
        String moved = Instant.now().toString().replaceFirst("\\..*Z|Z$", ".000+0000");
        org.on("GET sobjects/Odd/describe", 200, object("Odd", ID, STAMP))
                .times(
                        1,
                        "GET queryAll",
                        200,
                        page("0r8-2", row("001A", "2024-05-01T10:00:00.000+0000", ""), row("001B", moved, "")))
                .on("GET query/", 401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired\"}]")
                .on("GET queryAll", 200, page("", row("001C", "2024-05-02T10:00:00.000+0000", "")));

        TapRun.Result run = org.tap().streams("Odd").run();

        assertThat(ids(run, "Odd")).containsExactly("001A", "001B", "001C");
        assertThat(org.asked("GET queryAll").get(1).path())
                .contains("(SystemModstamp > 2024-05-01T10:00:00.000Z OR"
                        + " (SystemModstamp = 2024-05-01T10:00:00.000Z AND Id > '001A'))");
    }

    @Test
    void readsFieldsOfEveryTypeAndLeavesOutWhatCannotBeRead() {
        org.on(
                        "GET sobjects/Odd/describe",
                        200,
                        object(
                                "Odd",
                                ID,
                                STAMP,
                                field("At", "time", ""),
                                field("Old", "anyType", ""),
                                field("Doc", "json", ""),
                                field("Place__c", "location", ""),
                                field("Mask", "encryptedstring", ",\"length\":20"),
                                field("New", "brandNew", ",\"soapType\":\"xsd:string\""),
                                field("Strange", "urn:Strange", ",\"soapType\":\"urn:Strange\""),
                                field("Body", "base64", "")))
                .on(
                        "GET queryAll",
                        200,
                        page(
                                "",
                                row(
                                        "001A",
                                        "2024-05-01T10:00:00.000+0000",
                                        ",\"At\":\"15:30:00.000Z\",\"Old\":12.50,\"Doc\":\"{}\",\"Mask\":\"****1\","
                                                + "\"New\":\"x\",\"Place__c\":{\"latitude\":1.10,\"longitude\":-2}")));

        TapRun.Result run = org.tap().streams("Odd").run();
        JsonNode stream = org.tap()
                .streams("Odd")
                .discover()
                .run()
                .catalog()
                .path("streams")
                .path(0);

        assertThat(run.records("Odd").get(0).toString())
                .isEqualTo("{\"Id\":\"001A\",\"SystemModstamp\":\"2024-05-01T10:00:00Z\",\"At\":\"15:30:00.000Z\","
                        + "\"Old\":\"12.50\",\"Doc\":\"{}\",\"Place__c\":{\"latitude\":1.10,\"longitude\":-2},"
                        + "\"Mask\":\"****1\",\"New\":\"x\"}");
        assertThat(org.asked("GET queryAll").get(0).path())
                .doesNotContain("Strange")
                .doesNotContain("Body");
        for (String name : List.of("Strange", "Body")) {
            assertThat(Catalogs.field(stream, name).path("inclusion").asText()).isEqualTo("unsupported");
            assertThat(Catalogs.field(stream, name)
                            .path("unsupported-description")
                            .asText())
                    .isNotEmpty();
        }
    }

    @Test
    void aVeryWideObjectIsAskedForInABodyAndHalvedLikeAnyOther() {
        String[] fields = IntStream.range(0, 900)
                .mapToObj(i -> field("Custom_Field_Number_" + i + "__c", "string", ""))
                .toArray(String[]::new);
        String all = java.util.Arrays.stream(fields).collect(Collectors.joining(","));
        org.on("GET sobjects/Wide/describe", 200, object("Wide", ID, STAMP, all))
                .times(1, "POST composite", 200, composite(400, TIMEOUT))
                .times(1, "POST composite", 200, composite(503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\"}]"))
                .times(1, "POST composite", 200, composite(200, page("", row("001A", "2004-05-01T10:00:00.000Z", ""))))
                .on("POST composite", 200, composite(200, page("", row("001B", "2024-05-01T10:00:00.000Z", ""))));

        TapRun.Result run = org.tap().streams("Wide").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ids(run, "Wide")).containsExactly("001A", "001B");
        assertThat(org.asked("GET queryAll")).isEmpty();
        assertThat(org.asked("POST composite")).hasSize(4);
    }

    private static String composite(int status, String body) {
        return "{\"compositeResponse\":[{\"body\":" + body + ",\"httpStatusCode\":" + status
                + ",\"referenceId\":\"q\"}]}";
    }

    @Test
    void anAddressTheServerFindsTooLongIsSentInABodyAndNumbersKeepTheirDigits() {
        String row = row("001A", "2024-05-01T10:00:00.000Z", ",\"Amount\":123456789012345678.10");
        org.on("GET sobjects/Odd/describe", 200, object("Odd", ID, STAMP, field("Amount", "currency", "")))
                .on("GET queryAll", 414, "<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>")
                .on("POST composite", 200, composite(200, page("", row)));

        TapRun.Result run = org.tap().streams("Odd").run();

        assertThat(run.out()).contains("\"Amount\":123456789012345678.10");
    }

    @Test
    void oneObjectThatFailsInABatchIsAskedForAloneAndTheOthersStay() {
        org.on(
                        "POST composite/batch",
                        200,
                        "{\"hasErrors\":true,\"results\":[{\"statusCode\":404,\"result\":[{\"errorCode\":\"NOT_FOUND\","
                                + "\"message\":\"gone\"}]},{\"statusCode\":500,\"result\":[]},{\"statusCode\":200,"
                                + "\"result\":" + object("Third", ID, STAMP) + "}]}")
                .on("GET sobjects/Second/describe", 200, object("Second", ID, STAMP));

        TapRun.Result run =
                org.tap().streams("First", "Second", "Third").discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.catalog().path("streams").findValuesAsText("tap_stream_id"))
                .containsExactly("Second", "Third");
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN object First cannot be described"));
    }

    @Test
    void deletionsTooManyForOneCallAreAskedForInHalves() {
        org.on(
                        "GET sobjects/Odd/describe",
                        200,
                        object("Odd", ID, STAMP).replace("\"replicateable\":false", "\"replicateable\":true"))
                .on("GET sobjects/Odd/updated", 200, "{\"ids\":[],\"latestDateCovered\":\"" + soon() + "\"}")
                .times(1, "GET sobjects/Odd/deleted", 400, "[{\"errorCode\":\"EXCEEDED_ID_LIMIT\",\"message\":\"x\"}]")
                .times(1, "GET sobjects/Odd/deleted", 200, deleted("001A"))
                .on("GET sobjects/Odd/deleted", 200, deleted("001B"))
                .on("GET queryAll", 200, page(""));
        String bookmark = Instant.now().minus(Duration.ofDays(1)).toString();

        TapRun.Result run = org.tap()
                .streams("Odd")
                .state("{\"bookmarks\":{\"Odd\":{\"SystemModstamp\":\"" + bookmark + "\"}}}")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(ids(run, "Odd")).containsExactly("001A", "001B");
    }

    private static String soon() {
        return Instant.now().plusSeconds(60).toString();
    }

    private static String deleted(String id) {
        return "{\"deletedRecords\":[{\"id\":\"" + id + "\",\"deletedDate\":\"2026-06-01T00:00:00.000+0000\"}],"
                + "\"earliestDateAvailable\":\"2020-01-01T00:00:00.000+0000\",\"latestDateCovered\":\"" + soon()
                + "\"}";
    }

    @Test
    void aValueThatDoesNotFitItsTypeStopsTheStreamAndSaysWhere() {
        org.on("GET sobjects/Odd/describe", 200, object("Odd", ID, STAMP, field("Amount", "currency", "")))
                .on("GET queryAll", 200, page("", row("001A", "2024-05-01T10:00:00.000Z", ",\"Amount\":\"a lot\"")));

        TapRun.Result run = org.tap().streams("Odd").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"Odd\", record 001A, field \"Amount\": \"a lot\" is no number");
    }

    @Test
    void aQueryThatAlwaysTakesTooLongEndsTheStreamAtLast() {
        org.on("GET sobjects/Odd/describe", 200, object("Odd", ID, STAMP))
                .on("GET queryAll", asked -> new Answer(400, TIMEOUT));

        TapRun.Result run = org.tap().streams("Odd").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("QUERY_TIMEOUT");
        assertThat(org.asked("GET queryAll")).hasSizeLessThan(130);
    }

    @Test
    void objectsThatCannotBeStreamsAreLeftOutByTheirFlagsAndByTheList() {
        org.on("GET sobjects/Good/describe", 200, object("Good", ID, STAMP))
                .on(
                        "POST composite/batch",
                        200,
                        "{\"results\":[{\"statusCode\":200,\"result\":" + object("Good", ID, STAMP)
                                + "},{\"statusCode\":200,\"result\":" + object("NoId", STAMP)
                                + "},{\"statusCode\":200,\"result\":"
                                + object("S__Tag", ID, field("ItemId", "reference", ",\"referenceTo\":[\"Set__c\"]"))
                                + "},{\"statusCode\":200,\"result\":" + object("Set__c", ID, STAMP) + "}]}")
                .on(
                        "GET sobjects",
                        200,
                        "{\"sobjects\":[{\"name\":\"Good\"},{\"name\":\"Closed\",\"queryable\":false},"
                                + "{\"name\":\"Old\",\"deprecatedAndHidden\":true},{\"name\":\"GoodChangeEvent\"},"
                                + "{\"name\":\"Signal__e\"},{\"name\":\"Vote\"},{\"name\":\"OpenActivity\"},"
                                + "{\"name\":\"NoId\"},{\"name\":\"S__Tag\"},"
                                + "{\"name\":\"Set__c\",\"customSetting\":true}]}");

        TapRun.Result run = org.tap().discover().run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.catalog().path("streams").findValuesAsText("tap_stream_id"))
                .containsExactly("Good", "Set__c");
        assertThat(org.asked("POST composite/batch").get(0).body())
                .doesNotContain("Vote")
                .doesNotContain("Signal__e");
    }

    @Test
    void anObjectWithoutUsableStampIsReadWholeWhateverIsAsked() {
        org.on("GET sobjects/LoginEvent/describe", 200, object("LoginEvent", ID, STAMP))
                .on("GET queryAll", 200, page("", row("001A", "2024-05-01T10:00:00.000Z", "")));

        TapRun.Result run = org.tap()
                .streams("LoginEvent")
                .set("emit_activate_version_messages", true)
                .run();

        assertThat(ids(run, "LoginEvent")).containsExactly("001A");
        assertThat(org.asked("GET queryAll").get(0).path()).endsWith("FROM LoginEvent ORDER BY Id");
        assertThat(run.of("ACTIVATE_VERSION")).hasSize(1);
        assertThat(run.bookmark("LoginEvent").isMissingNode()).isTrue();
    }
}
