package bizops.sandbox;

import static bizops.sandbox.NodeScript.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The sandbox as clients see it that nobody here wrote. */
class ForeignClientTest {
    @Test
    void jsforceLogsInDescribesReadsAllPagesSeesABadFieldAndQueriesInBulk() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.2))) {
            JsonNode seen =
                    NodeScript.run("jsforce", "client.js", sandbox.url(), sandbox.clientId(), sandbox.clientSecret());

            assertThat(seen.path("instanceUrl").asText()).isEqualTo(sandbox.url());
            assertThat(texts(seen.path("objects"))).contains("Lead", "OpportunityHistory");
            assertThat(texts(seen.path("leadFields"))).contains("ConvertedDate:date", "Address:address");
            assertThat(texts(seen.path("leadIds")))
                    .hasSizeGreaterThan(400)
                    .containsExactlyInAnyOrderElementsOf(sandbox.truth("Lead").stream()
                            .filter(row -> Boolean.FALSE.equals(row.get("IsDeleted")))
                            .map(row -> String.valueOf(row.get("Id")))
                            .toList());
            assertThat(seen.path("withDeleted").asInt())
                    .isEqualTo(sandbox.truth("Lead").size());
            assertThat(seen.path("found")).hasSize(3);
            assertThat(texts(seen.path("some")))
                    .containsExactly(
                            texts(seen.path("leadIds")).get(1),
                            texts(seen.path("leadIds")).get(0));
            assertThat(seen.path("user").asText()).isEqualTo(sandbox.username());
            assertThat(texts(seen.path("updated"))).isNotEmpty();
            assertThat(seen.at("/badField/code").asText()).isEqualTo("INVALID_FIELD");
            assertThat(texts(seen.path("bulkLeads")))
                    .containsExactlyInAnyOrderElementsOf(sandbox.truth("Lead").stream()
                            .map(row -> row.get("Id") + "|" + row.get("Name") + "|" + row.get("IsDeleted"))
                            .toList());
            assertThat(seen.path("limit").asInt()).isEqualTo(100_000);
        }
    }

    @Test
    void nodeMarketoRestDescribesPagesExtractsAndSeesAnError() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.04))) {
            MarketoSandbox marketo = sandbox.marketo();
            JsonNode seen = NodeScript.run(
                    "node-marketo-rest", "marketo.js", sandbox.url(), marketo.clientId(), marketo.clientSecret());

            assertThat(texts(seen.path("fields"))).contains("email:email", "leadScore:score", "sfdcLeadId:string");
            assertThat(texts(seen.path("types"))).contains("Visit Webpage", "Change Status in Progression");
            assertThat(texts(seen.path("lists")))
                    .containsExactlyElementsOf(marketo.truth("lists").stream()
                            .map(row -> String.valueOf(row.get("name")))
                            .toList());
            assertThat(seen.path("landingPages").asInt()).isGreaterThan(20);
            assertThat(texts(seen.path("jobs"))).containsExactly("Queued", "Processing", "Completed");
            assertThat(seen.path("file").asText()).startsWith("id,email\n");
            assertThat(seen.path("found").asLong())
                    .isEqualTo(seen.path("file").asText().lines().count() - 1)
                    .isPositive();
            assertThat(texts(seen.path("changes"))).contains("12", "13").containsOnly("12", "13");
            assertThat(seen.path("message").asText()).contains("Lead not found");
            assertThat(seen.path("calls").asInt()).isGreaterThan(10);
        }
    }
}
