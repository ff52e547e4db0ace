package bizops.singer.testkit.run;

import bizops.singer.testkit.line.Output;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Verdict;
import java.time.Duration;

/**
 * A run that has ended. Immutable.
 *
 * @param name what was run, such as {@code sync}
 * @param exit the exit code; 128 plus the signal's number if one ended it
 * @param late whether it had to be killed because it took too long
 * @param took from start to end
 */
public record Ended(String name, int exit, boolean late, Duration took, Output output, String stdout, String stderr) {
    /** The last line on standard error that is not blank; empty if nothing was said. */
    private String lastLine() {
        String said = stderr.strip();
        return said.substring(said.lastIndexOf('\n') + 1);
    }

    /** Whether a run that failed says so where people look for it. */
    public Verdict saysWhy() {
        if (exit == 0) {
            throw new NothingToJudge("the run did not fail");
        }
        String line = lastLine();
        return line.startsWith("CRITICAL") || line.startsWith("FATAL")
                ? Verdict.pass()
                : Verdict.fail("the last line does not", line.isEmpty() ? "(nothing was said)" : line);
    }

    /** How it ended, for a verdict. */
    @Override
    public String toString() {
        String line = lastLine();
        return name
                + (late ? " was killed after the time limit" : " ended with " + exit)
                + (line.isEmpty() ? "" : ": " + line);
    }
}
