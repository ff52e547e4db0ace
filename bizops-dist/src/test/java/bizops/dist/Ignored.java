package bizops.dist;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals that this process ignores, as a background job of a script does SIGINT; its children inherit that. */
final class Ignored {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int SIGINT = 2;
    private static final int HEXADECIMAL = 16;

    private Ignored() {}

    /** Ends the test as skipped where the signal would not reach the programs. */
    static void assumeNot(String signal) throws IOException {
        assumeFalse(
                signal.equals("INT") && sigintIsIgnored(),
                "SIGINT is ignored by this process, so that its children never get it; start the build in the"
                        + " foreground");
    }

    private static boolean sigintIsIgnored() throws IOException {
        if (!Files.exists(STATUS)) {
            return false;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("SigIgn:")) {
                long ignored = Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), HEXADECIMAL);
                return (ignored & 1L << (SIGINT - 1)) != 0;
            }
        }
        return false;
    }
}
