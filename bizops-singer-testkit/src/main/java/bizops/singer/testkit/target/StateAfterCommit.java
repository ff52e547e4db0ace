package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Live;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Outcome;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A state is printed when what it covers is there. */
final class StateAfterCommit extends TargetRule {
    private static final int STATES = 3;
    private static final String STREAM = "singer_check_slow";

    StateAfterCommit() {
        super(
                "state-after-commit",
                Weight.MUST,
                "when a STATE is printed, every record before it can be seen in the destination",
                "a target that dies a moment later has lost rows that nobody sends again",
                Source.STATE);
    }

    @Override
    protected Verdict look(TargetRuns target) throws IOException, InterruptedException {
        Loaded loaded = new Loaded(target.options()
                .destination()
                .orElseThrow(() -> new NothingToJudge("needs --dump to look into the destination")));
        Executable process = target.process();
        long base = Instant.now().toEpochMilli(); // rows of an earlier check are not taken for these
        try (Live live = process.start("slow input", target.arguments())) {
            live.read();
            live.write(schema());
            Verdict verdict = Verdict.pass();
            int seen = 0;
            Duration pause = process.limits().patience().dividedBy(2);
            for (int row = 1; row <= STATES && verdict.outcome() == Outcome.PASS; row++) {
                live.write(rowAndState(base + row));
                Instant start = Instant.now();
                while (printed(live) == seen
                        && Duration.between(start, Instant.now()).compareTo(pause) < 0) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                pause = printed(live) == seen ? Duration.ZERO : pause; // it does not print while input goes on

                verdict = look(live, loaded, base, seen);
                seen = printed(live);
            }
            live.endInput();
            while (live.isAlive() && printed(live) == seen) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            if (verdict.outcome() == Outcome.PASS) {
                verdict = look(live, loaded, base, seen);
            }
            Ended run = target.keep(live.end(process.limits().whole()));
            if (run.output().lines().isEmpty()) {
                throw new NothingToJudge("no STATE was printed; " + run);
            }
            return verdict;
        }
    }

    /** Looks at once whether the rows are there that the newest printed state covers. */
    private static Verdict look(Live live, Loaded loaded, long base, int seen)
            throws IOException, InterruptedException {
        if (printed(live) <= seen) {
            return Verdict.pass();
        }
        List<String> printed = live.printed().lines().toList();
        String state = printed.get(printed.size() - 1);
        long newest = Long.parseLong("0" + state.replaceAll("\\D", ""));
        long there = loaded.rows(STREAM).stream()
                .map(row -> Loaded.column(row, "id").map(JsonNode::asLong).orElse(0L))
                .filter(id -> id > base && id <= newest)
                .distinct()
                .count();
        return there < newest - base
                ? Verdict.fail("it is printed while " + there + " of " + (newest - base) + " rows are there", state)
                : Verdict.pass();
    }

    private static byte[] schema() {
        return line("{\"type\": \"SCHEMA\", \"stream\": \"" + STREAM + "\", \"key_properties\": [\"id\"], \"schema\": "
                + "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}}}}");
    }

    private static byte[] rowAndState(long id) {
        return line("{\"type\": \"RECORD\", \"stream\": \"" + STREAM + "\", \"record\": {\"id\": " + id + "}}\n"
                + "{\"type\": \"STATE\", \"value\": {\"at\": " + id + "}}");
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static int printed(Live live) {
        return (int)
                live.printed().chars().filter(character -> character == '\n').count();
    }
}
