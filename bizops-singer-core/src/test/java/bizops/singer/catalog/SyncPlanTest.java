package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncPlanTest {
    private static final List<ReplicationMethod> BOTH =
            List.of(ReplicationMethod.INCREMENTAL, ReplicationMethod.FULL_TABLE);

    private final Catalog source = new Catalog(List.of(
            stream("a", BOTH, Map.of()),
            stream("b", BOTH, Map.of("selected-by-default", false)),
            stream("forced", List.of(ReplicationMethod.INCREMENTAL), Map.of())));

    @Test
    void readsWhatTheTapSelectsByDefaultWhereNoCatalogIsGiven() {
        assertThat(SyncPlan.of(source, null)).extracting(StreamPlan::id).containsExactly("a", "forced");
    }

    @Test
    void leavesOutWhatTheCatalogDoesNotName() {
        assertThat(SyncPlan.of(source, given("{\"stream\":\"b\"}")))
                .extracting(StreamPlan::id)
                .containsExactly("b");
    }

    @Test
    void refusesASelectedStreamThatTheSourceDoesNotHave() {
        assertThatThrownBy(() -> SyncPlan.of(source, given("{\"stream\":\"gone\"}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("stream \"gone\" is selected but the source has no such stream");
        assertThat(SyncPlan.of(source, given("{\"stream\":\"gone\",\"schema\":{\"selected\":false}}")))
                .isEmpty();
    }

    @Test
    void readsFieldsThatBothKnowAndTheKeysAlways() {
        StreamPlan plan = plan("{\"stream\":\"a\",\"schema\":{\"properties\":{\"note\":{},\"gone\":{}}}}");

        assertThat(plan.selection().names()).containsExactly("id", "at", "note");
        assertThat(Json.write(plan.schema()))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"},"
                        + "\"at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                        + "\"note\":{\"type\":[\"null\",\"string\"]}}}");
    }

    @Test
    void neverReadsWhatTheSourceSaysIsUnsupportedNow() {
        StreamPlan plan = plan("{\"stream\":\"a\",\"metadata\":[{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                + "{\"breadcrumb\":[\"properties\",\"blob\"],"
                + "\"metadata\":{\"inclusion\":\"available\",\"selected\":true}}]}");

        assertThat(plan.selection().names()).containsExactly("id", "at", "note");
    }

    @Test
    void takesTheMethodFromMetadataThenFromTheStreamThenFromTheTap() {
        assertThat(plan("{\"stream\":\"a\"}").method()).isEqualTo(ReplicationMethod.INCREMENTAL);
        assertThat(plan("{\"stream\":\"a\",\"replication_method\":\"FULL_TABLE\"}")
                        .method())
                .isEqualTo(ReplicationMethod.FULL_TABLE);
        assertThat(plan(withMetadata(
                                "a", "\"replication-method\":\"incremental\"", "\"replication_method\":\"FULL_TABLE\""))
                        .method())
                .isEqualTo(ReplicationMethod.INCREMENTAL);
    }

    @Test
    void letsAForcedMethodWin() {
        StreamPlan plan = plan("{\"stream\":\"forced\",\"replication_method\":\"FULL_TABLE\"}");

        assertThat(plan.method()).isEqualTo(ReplicationMethod.INCREMENTAL);
        assertThat(plan.replicationKey()).contains("at");
    }

    @Test
    void takesTheReplicationKeyFromMetadataThenFromTheStreamThenFromTheTap() {
        assertThat(plan("{\"stream\":\"a\"}").replicationKey()).contains("at");
        assertThat(plan("{\"stream\":\"a\",\"replication_key\":\"note\"}").replicationKey())
                .contains("note");
        assertThat(plan(withMetadata("a", "\"replication-key\":\"at\"", "\"replication_key\":\"note\""))
                        .replicationKey())
                .contains("at");
    }

    @Test
    void refusesAReplicationKeyThatTheSourceCannotFollow() {
        assertThatThrownBy(() -> plan("{\"stream\":\"a\",\"replication_key\":\"blob\"}"))
                .hasMessage("catalog: stream \"a\" has the replication key \"blob\"; use one of at, note");
    }

    @Test
    void refusesAnUnknownMethod() {
        assertThatThrownBy(() -> plan("{\"stream\":\"a\",\"replication_method\":\"SOMETIMES\"}"))
                .hasMessageContaining("\"SOMETIMES\"; use FULL_TABLE, INCREMENTAL or LOG_BASED");
    }

    @Test
    void takesKeysFromTheStreamThenFromTheTableThenFromTheView() {
        assertThat(plan("{\"stream\":\"a\"}").key()).containsExactly("id");
        assertThat(plan("{\"stream\":\"a\",\"key_properties\":[\"note\"]}").key())
                .containsExactly("note");
        assertThat(plan(withMetadata("a", "\"view-key-properties\":[\"note\"]", "\"key_properties\":[]"))
                        .key())
                .containsExactly("note");
        assertThat(plan(withMetadata(
                                "a",
                                "\"table-key-properties\":[\"at\"],\"view-key-properties\":[\"note\"]",
                                "\"row_count\":1"))
                        .key())
                .containsExactly("at");
    }

    @Test
    void refusesAKeyThatTheSourceDoesNotHave() {
        assertThatThrownBy(() -> plan("{\"stream\":\"a\",\"key_properties\":[\"nope\"]}"))
                .hasMessageContaining("has the key \"nope\", which the source does not have");
    }

    @Test
    void testsEveryStreamWhateverIsSelected() {
        assertThat(SyncPlan.ofAll(source, given("{\"stream\":\"a\",\"schema\":{\"selected\":false}}")))
                .extracting(StreamPlan::id)
                .containsExactly("a", "b", "forced");
    }

    @Test
    void carriesTheUsersChoicesIntoAFreshCatalog() {
        Catalog users = given("{\"stream\":\"a\",\"replication_method\":\"FULL_TABLE\",\"metadata\":["
                + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true,\"forced-replication-method\":\"LOG_BASED\"}},"
                + "{\"breadcrumb\":[\"properties\",\"note\"],\"metadata\":{\"selected\":false}},"
                + "{\"breadcrumb\":[\"properties\",\"gone\"],\"metadata\":{\"selected\":true}}]},"
                + "{\"stream\":\"gone\"}");

        Catalog merged = CatalogMerge.merge(source, users);

        StreamEntry a = merged.stream("a").orElseThrow();
        assertThat(merged.streams()).extracting(StreamEntry::id).containsExactly("a", "b", "forced");
        assertThat(a.replicationMethod()).isEqualTo("FULL_TABLE");
        assertThat(a.metadata(Breadcrumb.ROOT, "selected")).contains(true);
        assertThat(a.metadata(Breadcrumb.ROOT, "forced-replication-method")).isEmpty();
        assertThat(a.metadata(Breadcrumb.field("note"), "selected")).contains(false);
        assertThat(a.metadata(Breadcrumb.field("note"), "inclusion")).contains("available");
        assertThat(a.metadata()).doesNotContainKey(Breadcrumb.field("gone"));
        assertThat(merged.stream("b")).isEqualTo(source.stream("b"));
    }

    private StreamPlan plan(String stream) {
        return SyncPlan.of(source, given(stream)).get(0);
    }

    private static Catalog given(String streams) {
        return CatalogJson.parse("{\"streams\":[" + streams + "]}");
    }

    private static String withMetadata(String id, String root, String streamLevel) {
        return "{\"stream\":\"" + id + "\"," + streamLevel + ",\"metadata\":[{\"breadcrumb\":[],"
                + "\"metadata\":{\"selected\":true," + root + "}}]}";
    }

    private static StreamEntry stream(String id, List<ReplicationMethod> methods, Map<String, Object> metadata) {
        StreamSchema fields = StreamSchema.of("id", PropertySchema.integer())
                .field("at", PropertySchema.dateTime())
                .field("note", PropertySchema.string())
                .field("blob", PropertySchema.string().unsupported());
        return new Discovery(id, fields, List.of("id"), List.of("at", "note"), methods, metadata).entry();
    }
}
