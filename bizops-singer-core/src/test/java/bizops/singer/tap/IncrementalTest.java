package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncrementalTest {
    private static final String EARLY = "2024-01-01T00:00:00Z";
    private static final String LATE = "2024-03-01T00:00:00Z";

    @Test
    void publishesTheGreatestUnsortedValueOnlyAtTheEnd() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                            sync.write(row(1, LATE));
                            sync.write(row(2, EARLY));
                        })
                        .incremental(RowOrder.UNSORTED))
                .set("state_every_records", "1");

        run.run();

        assertThat(run.states())
                .containsExactly(
                        "{\"bookmarks\":{},\"currently_syncing\":\"s\"}",
                        "{\"bookmarks\":{},\"currently_syncing\":\"s\"}",
                        bookmarks(LATE));
    }

    @Test
    void repeatsTheOldBookmarkInsideAnUnsortedStream() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, LATE))).incremental(RowOrder.UNSORTED))
                .set("state_every_records", "1")
                .state(bookmarks(EARLY));

        run.run();

        assertThat(run.states().get(0)).as("the incoming state first").isEqualTo(bookmarks(EARLY));
        assertThat(run.states().get(1)).contains(EARLY).doesNotContain(LATE);
        assertThat(run.states().get(2)).isEqualTo(bookmarks(LATE));
    }

    @Test
    void followsASortedStreamRowByRow() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                            sync.write(row(1, EARLY));
                            sync.write(row(2, null));
                            sync.write(row(3, LATE));
                        })
                        .incremental(RowOrder.SORTED))
                .set("state_every_records", "1");

        run.run();

        assertThat(run.states()).hasSize(4);
        assertThat(run.states().get(0)).contains(EARLY);
        assertThat(run.states().get(1)).as("a null moves nothing").contains(EARLY);
        assertThat(run.states().get(2)).contains(LATE);
    }

    @Test
    void failsASortedStreamThatGoesBackAndKeepsWhatWasReached() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                    sync.write(row(1, LATE));
                    sync.write(row(2, EARLY));
                })
                .incremental(RowOrder.SORTED));

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"s\" should come sorted by \"at\", but " + EARLY + " came after " + LATE);
        assertThat(run.states()).last().asString().contains(LATE);
    }

    @Test
    void neverMovesABookmarkBack() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, EARLY))).incremental(RowOrder.UNSORTED))
                .state(bookmarks(LATE));

        run.run();

        assertThat(run.states()).last().isEqualTo(bookmarks(LATE));
    }

    @Test
    void neverPassesTheRunsStartLessTheSourcesLag() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, "2999-01-01T00:00:00Z")))
                .incremental(RowOrder.SORTED)
                .lag(Duration.ofDays(36_500)));

        run.run();

        assertThat(run.states()).last().asString().contains("\"replication_key_value\":\"19");
    }

    @Test
    void beginsAtTheLaterOfBookmarkAndStartDate() {
        assertThat(from(bookmarks(EARLY), "2024-02-01")).isEqualTo("Optional[2024-02-01T00:00:00Z]");
        assertThat(from(bookmarks(LATE), "2024-02-01")).isEqualTo("Optional[" + LATE + "]");
        assertThat(from("{}", "2024-02-01T02:00:00+02:00")).isEqualTo("Optional[2024-02-01T00:00:00Z]");
        assertThat(from(bookmarks(LATE), "")).isEqualTo("Optional[" + LATE + "]");
    }

    @Test
    void doesNotApplyAStartDateToAKeyThatIsNoPointInTime() {
        List<String> seen = new ArrayList<>();
        TapRun run = new TapRun(new TestStream("s", sync -> {
                            seen.add(sync.from().toString());
                            sync.write(row(1, 7));
                        })
                        .at(PropertySchema.integer())
                        .incremental(RowOrder.SORTED))
                .set("start_date", "2024-02-01");

        run.run();

        assertThat(seen).containsExactly("Optional.empty");
        assertThat(run.states()).last().asString().contains("\"replication_key_value\":7}");
    }

    @Test
    void namesStreamAndFieldOfAValueThatNoBookmarkCanFollow() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, "soon"))).incremental(RowOrder.SORTED));

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("stream \"s\", field \"at\": \"soon\" is no date-time");
    }

    private static String from(String state, String startDate) {
        List<String> seen = new ArrayList<>();
        TapRun run = new TapRun(
                        new TestStream("s", sync -> seen.add(sync.from().toString())).incremental(RowOrder.SORTED))
                .set("start_date", startDate)
                .state(state);
        run.run();
        return seen.get(0);
    }

    private static String bookmarks(String value) {
        return "{\"bookmarks\":{\"s\":{\"replication_key\":\"at\",\"replication_key_value\":\"" + value + "\"}}}";
    }
}
