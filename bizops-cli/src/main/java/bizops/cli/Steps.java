package bizops.cli;

import bizops.singer.cli.Terminal;
import java.io.IOException;
import java.util.Locale;

/** Says what is done, and how long it took, on standard output. */
final class Steps {
    private final Terminal terminal;

    Steps(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Does one step and prints what it says of itself with the seconds it took. */
    void step(String name, Step step) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String said = step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        say(String.format(Locale.ROOT, "%-10s %6.1f s  %s", name, seconds, said));
    }

    void say(String line) throws IOException {
        terminal.print(line);
    }

    /** One part of the chain. */
    @FunctionalInterface
    interface Step {
        /** Does it and tells in a few words what came of it. */
        String run() throws IOException, InterruptedException;
    }
}
