package bizops.singer.testkit.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.json.Json;
import bizops.singer.report.Redactor;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.RuleText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A JSON object a verdict, for programs. */
final class JsonReport implements Report {
    private final Terminal terminal;

    JsonReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void rule(RuleText rule) throws IOException {
        print(
                "rule", rule.id(),
                "weight", word(rule.weight()),
                "wants", rule.wants(),
                "why", rule.why(),
                "source", rule.source().toString());
    }

    @Override
    public void verdict(Judged judged) throws IOException {
        print(
                "rule", judged.rule().id(),
                "verdict", word(judged.verdict().outcome()),
                "why", judged.verdict().why(),
                "shown", judged.verdict().shown(),
                "wants", judged.rule().wants());
    }

    /** Whoever reads lines counts them. */
    @Override
    public void summary() {}

    private void print(String... namesAndValues) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put(namesAndValues[at], Redactor.redact(namesAndValues[at + 1]));
        }
        terminal.print(Json.write(object));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
