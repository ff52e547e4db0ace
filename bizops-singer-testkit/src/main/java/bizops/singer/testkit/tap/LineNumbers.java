package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** NaN is no JSON. */
final class LineNumbers extends TapRule {
    LineNumbers() {
        super(
                "line-no-nan",
                Weight.MUST,
                "no number is NaN or Infinity",
                "neither is JSON; the target stops, or guesses",
                Source.JSON);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return tap.sync().output().lines().stream()
                .filter(line -> line.values().stream().anyMatch(LineNumbers::holdsNone))
                .findFirst()
                .map(line -> Verdict.fail("NaN and Infinity are no JSON", line))
                .orElseGet(Verdict::pass);
    }

    /** Ordinary numbers are read as integers and decimals, so a double is one of the others. */
    private static boolean holdsNone(JsonNode value) {
        if (value.isDouble() || value.isFloat()) {
            return true;
        }
        for (JsonNode child : value) {
            if (holdsNone(child)) {
                return true;
            }
        }
        return false;
    }
}
