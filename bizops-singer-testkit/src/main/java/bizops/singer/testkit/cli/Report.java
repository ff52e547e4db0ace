package bizops.singer.testkit.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.singer.testkit.verdict.Judged;
import bizops.singer.testkit.verdict.RuleText;
import java.io.IOException;
import java.util.Locale;

/** How verdicts are printed. */
interface Report {
    /** The one of that name. */
    static Report of(String format, Terminal terminal) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> new TextReport(terminal);
            case "json" -> new JsonReport(terminal);
            default -> throw new UsageException("--format is text or json, not '" + format + "'");
        };
    }

    /** Tells what a rule wants. */
    void rule(RuleText rule) throws IOException;

    /** Tells a verdict as soon as it is there. */
    void verdict(Judged judged) throws IOException;

    /** Ends the report. */
    void summary() throws IOException;
}
