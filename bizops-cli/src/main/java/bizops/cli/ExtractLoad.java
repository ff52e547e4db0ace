package bizops.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * A tap and a target joined by a pipe of the operating system: the rows never pass through this program.
 *
 * @param states takes the target's standard output, one STATE a line
 */
record ExtractLoad(ProgramRun tap, ProgramRun target, Path states) {
    /** Runs both to their end; an error names the one that failed first. */
    void run(Children children) throws IOException, InterruptedException {
        ProcessBuilder from =
                tap.builder().redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        ProcessBuilder to = target.builder().redirectOutput(states.toFile());
        List<Process> both = ProcessBuilder.startPipeline(List.of(from, to));
        both.forEach(children::add);
        int tapExit = both.get(0).waitFor();
        int targetExit = both.get(1).waitFor();
        // A tap whose target is gone fails too, and so may a target whose tap died in mid-line: blame the first cause.
        if (tapExit != 0 && !(targetExit != 0 && tap.lostItsReader())) {
            throw tap.failure(tapExit);
        }
        if (targetExit != 0) {
            throw target.failure(targetExit);
        }
    }
}
