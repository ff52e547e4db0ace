package bizops.singer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncStateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'bookmarks':{'a':{'replication_key':'at','replication_key_value':'2024-05-01T10:00:00Z'}}}",
                "{'bookmarks':{'a':{'at':'2024-05-01T10:00:00.000000Z','version':null}}}",
                "{'bookmarks':{'a':{'replication_key_value':'2024-05-01 12:00:00+02:00'}}}",
                "{'bookmarks':{'a':{'partitions':[{'context':{'x':1},'replication_key':'at',"
                        + "'replication_key_value':'2024-05-01T10:00:00Z'},{'context':{'x':2},'replication_key':'at',"
                        + "'replication_key_value':'2024-06-01T10:00:00Z'}]}}}",
                "{'bookmarks':{'a':{'replication_key':'at','replication_key_value':'2024-05-01T10:00:00Z',"
                        + "'progress_markers':{'Note':'x','replication_key':'at','replication_key_value':'2025-01-01'},"
                        + "'starting_replication_value':'2023-01-01','replication_key_signpost':'2026-01-01'}}}",
                "{'bookmarks':{'a':'2024-05-01T10:00:00'}}",
                "{'a':'2024-05-01T10:00:00+0000'}"
            })
    void readsTheBookmarkInEveryShapeThatTapsHaveWritten(String json) {
        Bookmark bookmark = state(json).bookmark("a", "at", ReplicationKind.DATE_TIME);

        assertThat(bookmark.at()).hasToString("Optional[2024-05-01T10:00:00Z]");
        assertThat(bookmark.position()).isEmpty();
    }

    @Test
    void startsOverWhereOnePartitionHasNoBookmark() {
        SyncState state = state("{'bookmarks':{'a':{'partitions':[{'replication_key':'at',"
                + "'replication_key_value':'2024-05-01T10:00:00Z'},{'context':{}}]}}}");

        assertThat(state.bookmark("a", "at", ReplicationKind.DATE_TIME)).isEqualTo(Bookmark.NONE);
    }

    @Test
    void startsOverWhereTheBookmarkFollowsAnotherField() {
        SyncState state = state("{'bookmarks':{'a':{'replication_key':'old','replication_key_value':'2024-05-01'}}}");

        assertThat(state.bookmark("a", "at", ReplicationKind.DATE_TIME)).isEqualTo(Bookmark.NONE);
    }

    @Test
    void keepsThePositionOfAStreamInItsOwnTerms() {
        SyncState state =
                state("{'bookmarks':{'a':{'replication_key':'at','replication_key_value':'2024-05-01T00:00:00Z',"
                        + "'window':{'lo':'x','after_id':7}}}}");
        Bookmark bookmark = state.bookmark("a", "at", ReplicationKind.DATE_TIME);

        assertThat(bookmark.position()).isEqualTo(Map.of("window", Map.of("lo", "x", "after_id", 7)));
        assertThat(state.with("a", bookmark).json()).isEqualTo(state.json());
    }

    @Test
    void readsVersionsWhereSingerPythonPutsThem() {
        SyncState inside = state("{'bookmarks':{'a':{'version':5}}}");
        SyncState beside = state("{'bookmarks':{},'activate_versions':{'a':6,'b':7}}");

        assertThat(inside.bookmark("a", null, ReplicationKind.TEXT).version()).isEqualTo(5L);
        assertThat(beside.bookmark("a", null, ReplicationKind.TEXT).version()).isEqualTo(6L);
        assertThat(beside.with("a", Bookmark.NONE).json())
                .isEqualTo("{\"bookmarks\":{},\"activate_versions\":{\"b\":7}}");
    }

    @Test
    void carriesUnknownStreamsAndKeysThrough() {
        SyncState state =
                state("{'x':[1.50],'bookmarks':{'other':{'odd':12345678901234567890}},'currently_syncing':'b'}");

        SyncState changed = state.with("a", at("2024-05-01T00:00:00Z")).syncing(null);

        assertThat(changed.json())
                .isEqualTo("{\"bookmarks\":{\"other\":{\"odd\":12345678901234567890},\"a\":{\"replication_key\":\"at\","
                        + "\"replication_key_value\":\"2024-05-01T00:00:00Z\"}},\"x\":[1.50]}");
    }

    @Test
    void writesAnOldFlatStateInOurShape() {
        assertThat(state("{'a':'2018-01-01','b':'2019-01-01'}")
                        .with("a", at("2024-05-01T00:00:00Z"))
                        .json())
                .isEqualTo("{\"bookmarks\":{\"a\":{\"replication_key\":\"at\",\"replication_key_value\":"
                        + "\"2024-05-01T00:00:00Z\"}},\"b\":\"2019-01-01\"}");
    }

    @Test
    void keepsAnIncrementalBookmarkThroughAFullLoad() {
        SyncState state = state("{'bookmarks':{'a':{'replication_key':'at','replication_key_value':'2024-05-01'}}}");

        Bookmark full = state.bookmark("a", null, ReplicationKind.TEXT);

        assertThat(full.at()).isEmpty();
        assertThat(state.with("a", full).json()).isEqualTo(state.json());
    }

    @Test
    void knowsTheStreamThatWasBeingReadUnderBothNames() {
        assertThat(state("{'currently_syncing':'a'}").currentlySyncing()).contains("a");
        assertThat(state("{'current_stream':'a'}").currentlySyncing()).contains("a");
        assertThat(state("{'currently_syncing':null}").currentlySyncing()).isEmpty();
        assertThat(state("{'current_stream':'a'}").syncing("b").json()).isEqualTo("{\"currently_syncing\":\"b\"}");
    }

    @Test
    void refusesABookmarkThatIsNoPointInTime() {
        SyncState state = state("{'bookmarks':{'a':{'replication_key':'at','replication_key_value':'soon'}}}");

        assertThatThrownBy(() -> state.bookmark("a", "at", ReplicationKind.DATE_TIME))
                .isInstanceOf(ConfigException.class)
                .hasMessage("state: the bookmark of stream \"a\" for at: \"soon\" is no date-time;"
                        + " correct it, or remove it to read the stream from the start");
    }

    private static Bookmark at(String value) {
        return new Bookmark("at", ReplicationValue.of(value, ReplicationKind.DATE_TIME), null, Map.of());
    }

    private static SyncState state(String json) {
        try {
            Map<String, @Nullable Object> document = Json.parseObject(json.replace('\'', '"'));
            return SyncState.of(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
