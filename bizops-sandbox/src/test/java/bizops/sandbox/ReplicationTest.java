package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicationTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04));
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Answer ask(String object, String what, Instant start, Instant end) {
        return client.get(Client.DATA + "/sobjects/" + object + "/" + what + "/?start="
                + Client.encode(start.toString().replace("Z", "+00:00")) + "&end=" + Client.encode(end.toString()));
    }

    private List<String> ids(Answer answer, String list, String key) {
        return StreamSupport.stream(answer.json().path(list).spliterator(), false)
                .map(node -> key.isEmpty() ? node.asText() : node.path(key).asText())
                .toList();
    }

    @Test
    void updatedGivesTheLiveRowsStampedInTheWindowAndHowFarItReaches() {
        Instant start = sandbox.now().minus(Duration.ofDays(5));
        Answer answer = ask("Lead", "updated", start, sandbox.now().plusSeconds(3600));
        List<String> wanted = sandbox.truth("Lead").stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")))
                .filter(row -> !((Instant) java.util.Objects.requireNonNull(row.get("SystemModstamp"))).isBefore(start))
                .map(row -> String.valueOf(row.get("Id")))
                .toList();

        assertThat(ids(answer, "ids", "")).isNotEmpty().containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(answer.json().path("latestDateCovered").asText()).isEqualTo("2026-06-30T12:00:00.000+0000");
    }

    @Test
    void deletedTellsOfSoftAndHardDeletionsOfTheLastFifteenDays() {
        String lead = String.valueOf(sandbox.truth("Lead").stream()
                .filter(row -> Boolean.FALSE.equals(row.get("IsDeleted")))
                .findFirst()
                .orElseThrow()
                .get("Id"));
        String member = String.valueOf(sandbox.truth("CampaignMember").stream()
                .filter(row -> row.get("_gone_at") == null && !lead.equals(row.get("LeadId")))
                .findFirst()
                .orElseThrow()
                .get("Id"));
        sandbox.delete("Lead", lead);
        sandbox.delete("CampaignMember", member);
        Instant now = sandbox.now();

        assertThat(ids(ask("Lead", "deleted", now, now.plusSeconds(60)), "deletedRecords", "id"))
                .containsExactly(lead);
        assertThat(ids(ask("CampaignMember", "deleted", now, now.plusSeconds(60)), "deletedRecords", "id"))
                .contains(member);
        assertThat(client.queryAll("SELECT Id FROM CampaignMember WHERE Id = '" + member + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();

        sandbox.advance(Duration.ofDays(16));
        client.login();
        Answer late = ask("Lead", "deleted", now, sandbox.now());
        assertThat(ids(late, "deletedRecords", "id")).doesNotContain(lead);
        assertThat(late.json().path("earliestDateAvailable").asText()).isEqualTo("2026-07-01T12:00:00.000+0000");
        assertThat(client.queryAll("SELECT Id FROM Lead WHERE Id = '" + lead + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .as("the bin has emptied itself")
                .isZero();
    }

    @Test
    void refusesWindowsThatAreTooShortTooOldOrUnreadable() {
        Instant now = sandbox.now();

        assertThat(ask("Lead", "updated", now, now.plusSeconds(59)).code()).isEqualTo("INVALID_REPLICATION_DATE");
        assertThat(ask("Lead", "updated", now.minus(Duration.ofDays(31)), now).status())
                .isEqualTo(400);
        assertThat(client.get(Client.DATA + "/sobjects/Lead/updated").status()).isEqualTo(400);
        assertThat(ask("OpportunityFieldHistory", "updated", now.minusSeconds(600), now)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void plantedRowsAreStampedWithTheClockAndUndeleteBringsARowBack() {
        String id =
                sandbox.insert("Account", Map.of("Name", "Quote ' \\ \" and \t tab", "OwnerId", "005000000000000AAA"));
        sandbox.advance(Duration.ofSeconds(5));
        assertThat(client.post("/__sandbox/rows/Account", "{\"delete\":[\"" + id + "\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.query("SELECT Id FROM Account WHERE Id = '" + id + "'")
                        .json()
                        .path("totalSize")
                        .asInt())
                .isZero();
        client.post(
                "/__sandbox/rows/Account",
                "{\"undelete\":[\"" + id + "\"],\"update\":[{\"Id\":\"" + id + "\",\"AnnualRevenue\":0.1}]}");

        assertThat(client.query("SELECT Name,SystemModstamp,AnnualRevenue FROM Account WHERE Id = '" + id + "'")
                        .json()
                        .path("records")
                        .path(0)
                        .toString())
                .contains("\"Name\":\"Quote ' \\\\ \\\" and \\t tab\"")
                .contains("\"SystemModstamp\":\"2026-06-30T12:00:05.000+0000\"")
                .contains("\"AnnualRevenue\":0.1");
        assertThat(client.post("/__sandbox/rows/Account", "{\"insert\":[{\"Nope\":1}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsHowFarTheLogOfDeletionsReachesWhenItWasPurged() {
        String id = sandbox.insert("Campaign", Map.of("Name", "Gone"));
        sandbox.delete("Campaign", id);
        sandbox.advance(Duration.ofHours(2));
        Instant now = sandbox.now();
        sandbox.fault(Fault.of(SalesforceFault.DELETION_LOG_PURGED).seconds(3600));

        Answer answer = ask("Campaign", "deleted", now.minus(Duration.ofDays(1)), now);

        assertThat(answer.json().path("deletedRecords")).isEmpty();
        assertThat(Instant.parse(
                        answer.json().path("earliestDateAvailable").asText().replace("+0000", "Z")))
                .isEqualTo(now.minusSeconds(3600));
    }
}
