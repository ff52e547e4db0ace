package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final TestStream good = new TestStream("good", sync -> sync.write(row(1, null)));
    private final TestStream bad = new TestStream("bad", sync -> {
        sync.write(row(1, null));
        throw RemoteException.permanent("the source says no", null);
    });
    private final TestStream spent = new TestStream("spent", sync -> {
        throw RemoteException.tryLater("the quota is spent", null);
    });

    @Test
    void endsTheRunWithTheFailuresOwnCode() {
        TapRun run = new TapRun(bad, good);

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).isEqualTo("CRITICAL tap-test: the source says no\n");
        assertThat(run.messages())
                .containsExactly(
                        "SCHEMA bad",
                        "RECORD bad {\"id\":1,\"note\":\"n1\",\"at\":null}",
                        "STATE {\"bookmarks\":{},\"currently_syncing\":\"bad\"}");
    }

    @Test
    void readsTheOthersWhereAskedToAndSaysWhichFailed() {
        TapRun run = new TapRun(bad, good).set("on_stream_error", "continue");

        assertThat(run.run()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("1 of 2 streams failed: bad; the others are complete");
        assertThat(run.messages()).contains("RECORD good {\"id\":1,\"note\":\"n1\",\"at\":null}");
        assertThat(run.states()).last().isEqualTo("{\"bookmarks\":{}}");
    }

    @Test
    void doesNotCallItPartialWhenNothingSucceeded() {
        TapRun run = new TapRun(bad).set("on_stream_error", "continue");

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void leavesTheRestForLaterWhenTheQuotaIsSpent() {
        TapRun run = new TapRun(spent, good).set("on_stream_error", "continue");

        assertThat(run.run()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.messages()).noneMatch(message -> message.contains("good"));
        assertThat(run.states()).last().isEqualTo("{\"bookmarks\":{},\"currently_syncing\":\"spent\"}");
    }

    @Test
    void beginsWithTheStreamThatWasCutOff() {
        TestStream first = new TestStream("first", sync -> {});
        TestStream last = new TestStream("last", sync -> {});
        TapRun run = new TapRun(first, good, last).state("{\"currently_syncing\":\"good\"}");

        run.run();

        assertThat(run.messages())
                .filteredOn(message -> message.startsWith("SCHEMA"))
                .containsExactly("SCHEMA good", "SCHEMA last", "SCHEMA first");
        assertThat(run.states()).last().isEqualTo("{\"bookmarks\":{}}");
    }
}
