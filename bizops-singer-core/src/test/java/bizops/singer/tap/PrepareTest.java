package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.error.InputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One job for all streams of a run: {@link Tap#prepare}. */
class PrepareTest {
    private static final Instant JULY = Instant.parse("2024-07-01T00:00:00Z");

    private final List<String> seen = new ArrayList<>();
    private final TestStream a = stream("a");
    private final TestStream b = stream("b");

    private TestStream stream(String id) {
        return new TestStream(id, sync -> {
                    seen.add(id + sync.position());
                    sync.write(row(1, JULY));
                    sync.advanceTo(JULY);
                })
                .incremental(RowOrder.WINDOWS);
    }

    @Test
    void everyPlannedStreamIsThereInTheOrderOfReadingAndItsPositionIsWhatTheStreamGoesOnFrom() {
        TapRun run = new TapRun(a, b)
                .preparing(planned -> planned.forEach((id, sync) -> {
                    seen.add("prepare " + id + sync.selected());
                    sync.savePositionNow(Map.of("job", id + 1));
                }));

        assertThat(run.run()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(seen)
                .containsExactly("prepare a[id, note, at]", "prepare b[id, note, at]", "a{job=a1}", "b{job=b1}");
    }

    @Test
    void aPositionSavedNowIsInAStateBeforeAnythingElse() {
        TapRun run = new TapRun(a, b)
                .preparing(planned -> planned.values().forEach(sync -> sync.savePositionNow(Map.of("job", 7))));

        run.run();

        assertThat(run.messages().get(0)).startsWith("STATE ").contains("\"job\":7");
        assertThat(run.states().get(1)).contains("\"a\":{\"job\":7}").contains("\"b\":{\"job\":7}");
        assertThat(run.states().get(run.states().size() - 1)).doesNotContain("job");
    }

    @Test
    void rowsCannotBeWrittenYet() {
        TapRun run = new TapRun(a).preparing(planned -> planned.values().forEach(sync -> sync.write(row(1, JULY))));

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.out()).doesNotContain("RECORD");
        assertThat(run.err()).contains("stream \"a\" writes rows before it is read");
    }

    @Test
    void whatItThrowsFailsTheRunBeforeAnyStream() {
        TapRun run = new TapRun(a).preparing(planned -> {
            throw new InputException("no job was made");
        });

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("CRITICAL tap-test: no job was made");
        assertThat(seen).isEmpty();
    }
}
