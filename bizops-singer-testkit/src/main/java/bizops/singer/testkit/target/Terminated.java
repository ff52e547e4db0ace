package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Live;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A signal ends the run. */
final class Terminated extends TargetRule {
    Terminated() {
        super(
                "sigterm",
                Weight.MUST,
                "SIGTERM ends the target soon although its input goes on, and not with 0",
                "a job that was cancelled hangs, or counts as a success",
                Source.PIPES);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Executable process = target.process();
        Feed feed = Feed.named("many-states");
        target.acceptance().some();
        try (Live live = process.start("input ended by SIGTERM", target.arguments())) {
            live.read();
            live.write(feed.bytes());
            TimeUnit.MILLISECONDS.sleep(process.limits().patience().toMillis() / 10); // so that it has begun to read
            if (!live.terminate()) {
                return Verdict.fail(
                        "it ended although its input goes on",
                        live.end(process.limits().patience()));
            }
            Ended run = target.keep(live.end(process.limits().patience()));
            if (run.late()) {
                return Verdict.fail("it went on after SIGTERM", run);
            }
            return run.exit() == 0 ? Verdict.warn("it ended as if all were well", run) : Verdict.pass();
        }
    }
}
