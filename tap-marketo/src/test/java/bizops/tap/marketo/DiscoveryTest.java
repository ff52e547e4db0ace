package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.MarketoFault;
import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalog says. */
class DiscoveryTest extends Marketo {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("leads", "id"),
            Map.entry("activities", "marketoGUID"),
            Map.entry("activities_new_lead", "marketoGUID"),
            Map.entry("activity_types", "id"),
            Map.entry("lead_merges", "winnerId loserId"),
            Map.entry("deleted_leads", "leadId"),
            Map.entry("lead_partitions", "id"),
            Map.entry("programs", "id"),
            Map.entry("program_costs", "programId startDate noteHash"),
            Map.entry("program_tags", "programId tagType"),
            Map.entry("program_members", "leadId programId"),
            Map.entry("campaigns", "id"),
            Map.entry("smart_campaigns", "id"),
            Map.entry("lists", "id"),
            Map.entry("static_lists", "id"),
            Map.entry("channels", "id"),
            Map.entry("tag_types", "tagType"),
            Map.entry("emails", "id"),
            Map.entry("landing_pages", "id"),
            Map.entry("forms", "id"));

    private static Map<String, JsonNode> streams(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Map<String, JsonNode> streams = new LinkedHashMap<>();
        run.catalog()
                .path("streams")
                .forEach(stream -> streams.put(stream.path("tap_stream_id").asText(), stream));
        return streams;
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    @Test
    void everyStreamHasItsKeyAndOnlyTypesOfActivitiesComeBesideThem() {
        Map<String, JsonNode> streams = streams(tap().discover().run());

        KEYS.forEach((stream, key) -> assertThat(
                        words(Objects.requireNonNull(streams.get(stream)).path("key_properties")))
                .as(stream)
                .isEqualTo(key));
        assertThat(streams.keySet()).allMatch(stream -> KEYS.containsKey(stream) || stream.startsWith("activities_"));
        assertThat(streams.keySet()).doesNotContain("activities_delete_lead");
    }

    @Test
    void replicationKeysAreAList() {
        Map<String, JsonNode> streams = streams(tap().discover().run());

        JsonNode leads = Objects.requireNonNull(streams.get("leads")).at("/metadata/0/metadata");
        assertThat(words(leads.path("valid-replication-keys"))).isEqualTo("updatedAt");
        assertThat(words(leads.path("table-key-properties"))).isEqualTo("id");
        assertThat(leads.path("forced-replication-method").asText()).isEqualTo("INCREMENTAL");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED_603, /leads/describe, leads",
        "ACCESS_DENIED_603, /activities/types, activities",
        "ACCESS_DENIED_603, /programs/members/describe, program_members",
        "FORBIDDEN_403, /leads/describe, leads",
        "FORBIDDEN_403, /activities/types, activities",
        "FORBIDDEN_403, /programs/members/describe, program_members"
    })
    void whatTheApiUserMayNotDescribeIsLeftOutWithAWarning(MarketoFault fault, String path, String stream) {
        sandbox.fault(Fault.of(fault).path(path));

        TapRun.Result run = tap().discover().run();

        assertThat(streams(run)).doesNotContainKey(stream).containsKey("programs");
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN no stream " + stream));
    }

    @Test
    void aCustomTypeIsAStreamLikeEveryOther() {
        assertThat(streams(tap().discover().run())).containsKey("activities_attended_meetup");
        TapRun.Result run = tap().set("start_date", "2010-01-01")
                .streams("activities_attended_meetup")
                .run();

        long rows = sandbox.marketo().truth("activities").stream()
                .filter(row -> Long.valueOf(100001).equals(row.get("activityTypeId")))
                .count();
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("activities_attended_meetup")).hasSize((int) rows);
    }

    @Test
    void instancesWithoutTheNewDescriptionAreAskedForTheOldOne() {
        try (ScriptedInstance old = new ScriptedInstance()) {
            old.on(
                    "GET /rest/v1/leads/describe.json",
                    Answer.success(
                            "[{\"id\":1,\"displayName\":\"Id\",\"dataType\":\"Integer\","
                                    + "\"rest\":{\"name\":\"id\",\"readOnly\":true}},"
                                    + "{\"id\":2,\"displayName\":\"Company Name\",\"dataType\":\"string\",\"length\":255,"
                                    + "\"rest\":{\"name\":\"company\"},\"soap\":{\"name\":\"Company\"}},"
                                    + "{\"id\":4,\"displayName\":\"Updated\",\"dataType\":\"datetime\","
                                    + "\"rest\":{\"name\":\"updatedAt\",\"readOnly\":true}},"
                                    + "{\"id\":3,\"displayName\":\"Soap\",\"dataType\":\"string\",\"soap\":{\"name\":\"S\"}}]"));
            old.on("GET /rest/v1/activities/types.json", Answer.success("[]"));

            JsonNode properties = Objects.requireNonNull(
                            streams(old.tap().discover().run()).get("leads"))
                    .at("/schema/properties");

            List<String> names = new ArrayList<>();
            properties.fieldNames().forEachRemaining(names::add);
            assertThat(names).containsExactlyInAnyOrder("id", "company", "updatedAt");
            assertThat(properties.at("/company/maxLength").asInt()).isEqualTo(255);
        }
    }
}
