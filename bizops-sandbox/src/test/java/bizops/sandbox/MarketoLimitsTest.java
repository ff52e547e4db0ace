package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.sandbox.MarketoClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits, the queue of jobs by the clock, and the control: sections 3 and 13 of the vendor notes. */
class MarketoLimitsTest {
    private static final String LEADS = "{\"fields\":[\"id\"],\"filter\":{\"createdAt\":"
            + "{\"startAt\":\"2026-06-01T00:00:00Z\",\"endAt\":\"2026-06-30T23:59:59Z\"}}}";

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().scale(0.02).clock(Instant.parse("2026-11-01T04:30:00Z")));
    private final MarketoClient client = new MarketoClient(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String status(String id) {
        return client.job("leads", id, "status").first().path("status").asText();
    }

    @Test
    void theDaysCallsAreOverUntilMidnightInChicagoAlsoOnTheDayThatClocksChange() {
        sandbox.marketo().limit("callsADay", 3);
        IntStream.range(0, 3)
                .forEach(i ->
                        assertThat(client.get("/rest/v1/lists.json").code()).isEmpty());
        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("607");
        sandbox.advance(Duration.ofMinutes(31));
        client.login();
        assertThat(client.get("/rest/v1/lists.json").code()).isEmpty();
        IntStream.range(0, 2).forEach(i -> client.get("/rest/v1/lists.json"));
        sandbox.advance(Duration.ofHours(24));
        client.login();
        assertThat(client.get("/rest/v1/lists.json").code())
                .as("the day has 25 hours")
                .isEqualTo("607");
        sandbox.advance(Duration.ofHours(1));
        client.login();
        assertThat(client.get("/rest/v1/lists.json").code()).isEmpty();
    }

    @Test
    void theWindowOfCallsIsMeteredWhereItIsSet() {
        sandbox.marketo().limit("callsInWindow", 5);
        List<String> codes = new ArrayList<>();
        IntStream.range(0, 6)
                .forEach(i -> codes.add(client.get("/rest/v1/lists.json").code()));

        assertThat(codes).containsExactly("", "", "", "", "", "606");
    }

    @Test
    void noMoreCallsAreInFlightThanAllowed() {
        sandbox.marketo().limit("concurrency", 0);

        assertThat(client.get("/rest/v1/lists.json").message()).isEqualTo("Concurrent access limit '0' reached");
    }

    @Test
    void theDaysBytesAreCheckedAtCreateAndAtEnqueue() {
        String waiting = client.create("leads", LEADS).first().path("exportId").asText();
        client.complete("leads", LEADS);
        sandbox.marketo().limit("bytesADay", 1);

        assertThat(client.create("leads", LEADS).message()).isEqualTo("Export daily quota 0MB exceeded.");
        assertThat(client.job("leads", waiting, "enqueue").code()).isEqualTo("1029");
        sandbox.advance(Duration.ofHours(1));
        client.login();
        assertThat(client.job("leads", waiting, "enqueue").code()).isEmpty();
    }

    @Test
    void tenJobsWaitOfWhichTwoRunAndCancellingMakesRoom() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            ids.add(client.create("leads", LEADS).first().path("exportId").asText());
        }
        ids.subList(0, 10)
                .forEach(id ->
                        assertThat(client.job("leads", id, "enqueue").code()).isEmpty());
        assertThat(client.job("leads", ids.get(10), "enqueue").message()).isEqualTo("Too many jobs in queue");
        assertThat(client.job("leads", ids.get(5), "cancel")
                        .first()
                        .path("status")
                        .asText())
                .isEqualTo("Cancelled");
        assertThat(client.job("leads", ids.get(10), "enqueue").code()).isEmpty();
        assertThat(status(ids.get(3))).isEqualTo("Queued");
        assertThat(client.get("/bulk/v1/leads/export.json?status=Processing").result())
                .hasSize(2);
    }

    @Test
    void byTheClockAJobRunsForItsSecondsAndItsFileIsKeptForAWeek() {
        sandbox.marketo().limit("jobSeconds", 90);
        String id = client.create("leads", LEADS).first().path("exportId").asText();
        client.job("leads", id, "enqueue");
        assertThat(status(id)).isEqualTo("Processing");
        sandbox.advance(Duration.ofSeconds(59));
        assertThat(status(id)).isEqualTo("Processing");
        sandbox.advance(Duration.ofSeconds(31));
        assertThat(status(id)).isEqualTo("Completed");
        sandbox.advance(Duration.ofDays(8));
        client.login();
        assertThat(client.job("leads", id, "file").status()).isEqualTo(404);
        assertThat(client.get("/bulk/v1/leads/export.json").result()).isEmpty();
        assertThat(status(id)).isEqualTo("Completed");
    }

    @Test
    void theControlPlantsPersonsAndActivitiesAndTellsTheTruth() {
        String ids = control(
                        "rows/leads",
                        "{\"insert\":[{\"email\":\"a@b.example\",\"leadScore\":7},{\"email\":\"c@d.example\"}]}")
                .body();
        String[] both = ids.replaceAll("[^\\d,]", "").split(",", -1);
        control("rows/leads", "{\"update\":[{\"id\":" + both[0] + ",\"utmSource\":\"x\"}],\"quietly\":true}");
        control(
                "rows/activities",
                "{\"insert\":[{\"leadId\":" + both[0]
                        + ",\"activityTypeId\":100001,\"activityDate\":\"2026-10-31T00:00:00Z\",\"attributes\":{\"City\":\"Łódź\"}}]}");
        control("rows/leads", "{\"merge\":[{\"winner\":" + both[0] + ",\"loser\":" + both[1] + "}]}");
        control("types", "{\"add\":[{\"id\":100002,\"name\":\"Attended  Meetup\"}]}");
        control("fields", "{\"add\":{\"shoeSize\":\"float\"},\"remove\":[\"fax\"]}");

        assertThat(truth("leads")).contains("\"email\":\"a@b.example\"", "\"utmSource\":\"x\"", "\"shoeSize\":null");
        assertThat(client.get("/rest/v1/activities/external/types.json").result())
                .anyMatch(type -> type.path("name").asText().equals("Attended  Meetup"))
                .hasSize(2);
        assertThat(truth("lead_merges")).contains("\"winnerId\":" + both[0] + ",\"loserId\":" + both[1]);
        assertThat(truth("activities")).contains("\"attributes\":{\"City\":\"Łódź\"}");
        assertThat(client.get("/rest/v1/leads/describe.json").body())
                .contains("shoeSize")
                .doesNotContain("\"fax\"");
        assertThat(client.get("/__sandbox/marketo/log").body()).contains("/rest/v1/leads/describe.json");
        assertThat(client.get("/__sandbox/marketo/truth/nothing").status()).isEqualTo(400);
        assertThat(control("rows/leads", "{\"delete\":[1]}").body()).contains("no lead with id 1");
    }

    private String truth(String name) {
        return client.get("/__sandbox/marketo/truth/" + name).body();
    }

    private Answer control(String path, String json) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/__sandbox/marketo/" + path))
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void aLimitThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> sandbox.marketo().limit("patience", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("callsADay");
    }
}
