package bizops.singer.testkit.target;

import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Weight;
import java.util.List;

/** What a target has to refuse. */
final class RefusalRules {
    private RefusalRules() {}

    static List<TargetRule> list() {
        return List.of(
                must("record-before-schema", "a RECORD before its SCHEMA makes the exit code other than 0"),
                must("broken-json", "a line that is no JSON makes the exit code other than 0"),
                must("missing-key", "a record without its key makes the exit code other than 0"),
                must("invalid-schema", "a schema that is no object makes the exit code other than 0"),
                must("record-no-object", "a record that is no object makes the exit code other than 0"),
                advice("missing-required", "a record without a required property makes the exit code other than 0"),
                advice("wrong-type", "a value of another type than its schema's makes the exit code other than 0"));
    }

    private static Refuses must(String name, String wants) {
        return of(name, Weight.MUST, wants);
    }

    private static Refuses advice(String name, String wants) {
        return of(name, Weight.ADVICE, wants);
    }

    private static Refuses of(String name, Weight weight, String wants) {
        return new Refuses(
                "refuses-" + name, weight, wants, "data is lost, and nobody is told", Source.SDK, Feed.named(name));
    }
}
