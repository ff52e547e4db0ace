package bizops.singer.testkit.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The program that is judged: whatever takes arguments and input, prints and ends. */
public interface Subject {
    /**
     * Runs it to its end.
     *
     * @param name how verdicts call this run
     * @param input what it reads on standard input, which ends then
     * @throws IOException if it cannot be started
     */
    Ended run(String name, List<String> arguments, byte[] input) throws IOException, InterruptedException;

    /** It as a process with pipes and signals; empty if it has none of its own. */
    Optional<Executable> executable();
}
