package bizops.cli.pipeline;

import bizops.singer.cli.Terminal;
import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.OutputException;
import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What a run shows: its steps on standard output, the lines of its programs on standard error; on a terminal only those
 * that somebody must read. Thread-safe.
 */
final class Screen {
    private static final Pattern SERIOUS = Pattern.compile("\\b(WARN|WARNING|ERROR|CRITICAL)\\b");
    /** Back to the first column, which may hold the progress, and clear the line. */
    private static final String OVER_PROGRESS = "\r\u001b[K";

    private final Terminal terminal;
    private final boolean interactive;
    private final boolean verbose;
    private boolean gone;

    Screen(Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.interactive = Boolean.getBoolean("bizops.terminal");
        this.verbose = verbose;
    }

    /** A line of the run itself. A reader that is gone ends the lines and not the run. */
    synchronized void say(String line) {
        if (gone) {
            return;
        }
        try {
            if (interactive) {
                terminal.stderr().print(OVER_PROGRESS);
            }
            terminal.print(OneLine.of(Redactor.redact(line)));
        } catch (IOException | ConsumerClosedException | OutputException noReader) {
            gone = true;
        }
    }

    /** A line of a program of a step. */
    synchronized void pass(String step, String line) {
        if (!interactive || verbose || SERIOUS.matcher(line).find()) {
            warn(step + ": " + line);
        }
    }

    /** A line that is not to be missed. */
    synchronized void warn(String line) {
        terminal.stderr().println((interactive ? OVER_PROGRESS : "") + OneLine.of(Redactor.redact(line)));
    }
}
