package bizops.singer.testkit.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.report.Redactor;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.Outcome;
import bizops.singer.testkit.verdict.RuleText;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A line a verdict, for people. */
final class TextReport implements Report {
    private final Terminal terminal;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    TextReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void rule(RuleText rule) throws IOException {
        terminal.print(rule.id() + (rule.weight() == Weight.ADVICE ? " (advice)" : "") + "\n    wants   " + rule.wants()
                + "\n    or else " + rule.why() + "\n    source  " + rule.source());
    }

    @Override
    public void verdict(Judged judged) throws IOException {
        Verdict verdict = judged.verdict();
        counts.merge(verdict.outcome(), 1, Integer::sum);
        StringBuilder line = new StringBuilder(word(verdict.outcome()))
                .append(' ')
                .append(judged.rule().id());
        if (!verdict.why().isEmpty()) {
            line.append(": ").append(verdict.why());
        }
        if (!verdict.shown().isEmpty()) {
            line.append(" [").append(verdict.shown()).append(']');
        }
        terminal.print(Redactor.redact(line.toString()));
    }

    @Override
    public void summary() throws IOException {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        terminal.print(all + " rules: " + count(Outcome.PASS) + " passed, " + count(Outcome.FAIL) + " failed, "
                + count(Outcome.WARN) + " warned, " + count(Outcome.SKIP) + " skipped");
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** All as wide, and a failure stands out. */
    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case WARN -> "warn";
            case FAIL -> "FAIL";
            case SKIP -> "skip";
        };
    }
}
