package bizops.singer.testkit.tap;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.List;

/** Discovery says the same twice. */
final class DiscoverRepeatable extends TapRule {
    DiscoverRepeatable() {
        super(
                "discover-repeatable",
                Weight.ADVICE,
                "two discoveries of an unchanged source print the same, to the byte (row counts aside)",
                "a catalog kept in git changes with every run",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Discovered.document(tap.discovered());
        List<String> first = tap.discovered().stdout().lines().toList();
        List<String> second = tap.discoveredAgain().stdout().lines().toList();
        if (without(first).equals(without(second))) {
            return Verdict.pass();
        }
        for (int at = 0; at < first.size() && at < second.size(); at++) {
            if (!first.get(at).equals(second.get(at))) {
                return Verdict.fail(
                        "the second discovery differs",
                        "line " + (at + 1) + ": " + difference(first.get(at), second.get(at)));
            }
        }
        return Verdict.fail("the second discovery differs in length");
    }

    private static List<String> without(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\"row[-_]count\": *\\d+", ""))
                .toList();
    }

    /** The texts from a little before the place where they part. */
    private static String difference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int start = Math.max(0, at - 40);
        return "…" + part(one, start) + "… and …" + part(other, start) + "…";
    }

    private static String part(String text, int start) {
        return text.substring(Math.min(start, text.length()), Math.min(start + 80, text.length()));
    }
}
