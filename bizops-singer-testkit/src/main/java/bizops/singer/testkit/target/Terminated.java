package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Live;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A signal ends the run. */
final class Terminated extends TargetRule {
    private static final int RECORDS = 3_000;

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
        target.acceptance().some();
        try (Live live = process.start("input ended by SIGTERM", target.arguments())) {
            live.read();
            if (!live.write(input(), process.limits().whole())) {
                throw new NothingToJudge("it does not read");
            }
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

    /** More than a pipe holds: when it is written, the target has begun to read. */
    private static byte[] input() {
        StringBuilder text = new StringBuilder(
                Feed.named("many-states").text().lines().findFirst().orElseThrow());
        for (int id = 1; id <= RECORDS; id++) {
            text.append("\n{\"type\": \"RECORD\", \"stream\": \"singer_check_many_states\", \"record\": {\"id\": ")
                    .append(id)
                    .append(", \"name\": \"stopped\"}}");
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
