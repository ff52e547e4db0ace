package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Map<String, Object> INSIDE = Map.of("window", Map.of("after_id", 1));

    @Test
    void setsTheBookmarkToTheWindowsEndEvenWithoutRows() {
        TapRun run = new TapRun(windows(sync -> sync.advanceTo(Instant.parse("2024-02-01T00:00:00Z"))));

        run.run();

        assertThat(run.states())
                .containsExactly("{\"bookmarks\":{\"s\":{\"replication_key\":\"at\","
                        + "\"replication_key_value\":\"2024-02-01T00:00:00Z\"}}}");
    }

    @Test
    void leavesAPositionWhereTheReadBrokeOff() {
        TapRun run = new TapRun(windows(sync -> {
            sync.advanceTo("2024-02-01T00:00:00Z");
            sync.write(row(1, "2024-02-03T00:00:00Z"));
            sync.savePosition(INSIDE);
            sync.write(row(2, "2024-02-04T00:00:00Z"));
            throw new IllegalStateException("cut off");
        }));

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.states())
                .last()
                .isEqualTo("{\"bookmarks\":{\"s\":{\"replication_key\":\"at\",\"replication_key_value\":"
                        + "\"2024-02-01T00:00:00Z\",\"window\":{\"after_id\":1}}},\"currently_syncing\":\"s\"}");
    }

    @Test
    void givesThePositionToTheNextRunAndForgetsItWhenTheWindowCloses() {
        List<Object> found = new ArrayList<>();
        TapRun run = new TapRun(windows(sync -> {
                    found.add(sync.position());
                    sync.advanceTo("2024-03-01T00:00:00Z");
                    found.add(sync.position());
                }))
                .state("{\"bookmarks\":{\"s\":{\"replication_key\":\"at\",\"replication_key_value\":"
                        + "\"2024-02-01T00:00:00Z\",\"window\":{\"after_id\":1}}}}");

        run.run();

        assertThat(found).containsExactly(INSIDE, Map.of());
        assertThat(run.states())
                .last()
                .asString()
                .contains("2024-03-01T00:00:00Z")
                .doesNotContain("window");
    }

    @Test
    void neverMovesTheBookmarkByARow() {
        TapRun run = new TapRun(windows(sync -> sync.write(row(1, "2024-02-03T00:00:00Z"))));

        run.run();

        assertThat(run.states()).containsExactly("{\"bookmarks\":{}}");
    }

    @Test
    void keepsTheBookmarkWhenAWindowEndsBehindIt() {
        String state = "{\"bookmarks\":{\"s\":{\"replication_key\":\"at\","
                + "\"replication_key_value\":\"2024-05-01T00:00:00Z\"}}}";
        TapRun run = new TapRun(windows(sync -> sync.advanceTo("2024-02-01T00:00:00Z"))).state(state);

        run.run();

        assertThat(run.states()).last().isEqualTo(state);
    }

    private static TestStream windows(TestStream.Body body) {
        return new TestStream("s", body).incremental(RowOrder.WINDOWS);
    }
}
