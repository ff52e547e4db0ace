package bizops.singer.testkit.run;

import bizops.singer.testkit.line.Output;
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
    /** How it ended, for a verdict. */
    @Override
    public String toString() {
        String last = stderr.strip();
        String line = last.substring(last.lastIndexOf('\n') + 1);
        return name
                + (late ? " was killed after the time limit" : " ended with " + exit)
                + (line.isEmpty() ? "" : ": " + line);
    }
}
