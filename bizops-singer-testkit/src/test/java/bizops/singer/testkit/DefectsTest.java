package bizops.singer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.verdict.Outcome;
import bizops.singer.testkit.verdict.RuleText;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defective program breaks the rule that its file is named by, and no other. */
final class DefectsTest {
    /** What only the loaded values show; looking at them takes as long as all the rest. */
    private static final Set<String> SEEN_IN_VALUES =
            Set.of("accepts-types", "accepts-escapes", "accepts-duplicates", "state-after-commit");

    static List<String> taps() throws IOException {
        return names("tap");
    }

    static List<String> targets() throws IOException {
        return names("target");
    }

    @ParameterizedTest
    @MethodSource("taps")
    void aDefectiveTapBreaksItsRuleOnly(String name, @TempDir Path folder) throws Exception {
        Path script = script("tap", name);

        assertBreaksOnly(Scripts.rule(script), TapCheck.rules(), Scripts.judgeTap(script, folder));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aDefectiveTargetBreaksItsRuleOnly(String name, @TempDir Path folder) throws Exception {
        Path script = script("target", name);

        assertBreaksOnly(
                Scripts.rule(script),
                TargetCheck.rules(),
                Scripts.judgeTarget(script, folder, SEEN_IN_VALUES.contains(Scripts.rule(script))));
    }

    @Test
    void everyRuleForTapsHasADefectThatItFinds() throws Exception {
        assertThat(defects("tap")).containsExactlyInAnyOrderElementsOf(ids(TapCheck.rules()));
    }

    /** What is left out are plain forms of input that a target which refuses them would take nothing at all with. */
    @Test
    void everyRuleForTargetsHasADefectThatItFinds() throws Exception {
        List<String> rules = ids(TargetCheck.rules());
        rules.removeAll(List.of(
                "accepts-plain",
                "accepts-nested",
                "accepts-camel-case",
                "accepts-optional-fields",
                "accepts-no-keys",
                "accepts-key-updates",
                "accepts-upsert",
                "accepts-many-states",
                "tolerates-empty-schema"));

        assertThat(defects("target")).containsExactlyInAnyOrderElementsOf(rules);
    }

    private static void assertBreaksOnly(String rule, List<RuleText> rules, Map<String, Outcome> outcomes) {
        Weight weight = rules.stream()
                .filter(text -> text.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .weight();
        Map<String, Outcome> broken = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.FAIL || entry.getValue() == Outcome.WARN)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(broken).isEqualTo(Map.of(rule, weight == Weight.MUST ? Outcome.FAIL : Outcome.WARN));
    }

    private static List<String> defects(String kind) throws IOException {
        return Scripts.defective(kind).stream().map(Scripts::rule).distinct().toList();
    }

    private static List<String> ids(List<RuleText> rules) {
        return rules.stream().map(RuleText::id).collect(Collectors.toList());
    }

    private static List<String> names(String kind) throws IOException {
        return Scripts.defective(kind).stream()
                .map(script -> String.valueOf(script.getFileName()))
                .toList();
    }

    private static Path script(String kind, String name) throws IOException {
        return Scripts.defective(kind).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
