package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Secrets;
import bizops.singer.testkit.run.Subject;
import bizops.singer.testkit.verdict.Check;
import bizops.singer.testkit.verdict.Rule;
import bizops.singer.testkit.verdict.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges taps. */
public final class TapCheck {
    private TapCheck() {}

    /** Every rule for taps. */
    public static List<RuleText> rules() {
        return TapRules.list().stream().map(Rule::text).toList();
    }

    /**
     * Makes ready to judge a tap; what is judged runs when a rule asks for it.
     *
     * @throws bizops.singer.error.ConfigException if a settings file is no JSON
     * @throws IOException if it cannot be read, or no folder for temporary files can be made
     */
    public static Check of(Subject tap, TapOptions options) throws IOException {
        Secrets.of(options.configs()); // from here on, no verdict shows one
        Path folder = Files.createTempDirectory("singer-check");
        return Check.of(TapRules.list(), new TapRuns(tap, options, folder), folder);
    }
}
