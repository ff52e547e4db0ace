package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Secrets;
import bizops.singer.testkit.run.Subject;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Rule;
import bizops.singer.testkit.verdict.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges targets. */
public final class TargetCheck {
    private TargetCheck() {}

    /** Every rule for targets. */
    public static List<RuleText> rules() {
        return TargetRules.list().stream().map(Rule::text).toList();
    }

    /**
     * Makes ready to judge a target; what is judged runs when a rule asks for it.
     *
     * @throws bizops.singer.error.ConfigException if a settings file is no JSON
     * @throws IOException if it cannot be read, or no folder for temporary files can be made
     */
    public static Check of(Subject target, TargetOptions options) throws IOException {
        Secrets.of(options.configs()); // from here on, no verdict shows one
        Path folder = Files.createTempDirectory("singer-check");
        return Check.of(TargetRules.list(), new TargetRuns(target, options, folder), folder);
    }
}
