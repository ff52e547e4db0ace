package bizops.dist;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine that some tests use; CI has them all. */
final class Tools {
    private Tools() {}

    /** Skips the test where the program is not there. */
    static void need(String program) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("sh", "-c", "command -v " + program + " >/dev/null")
                .start()
                .waitFor();
        Assumptions.assumeTrue(exit == 0, "not tried: there is no " + program);
    }
}
