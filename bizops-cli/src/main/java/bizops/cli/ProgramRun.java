package bizops.cli;

import bizops.singer.error.BizopsException;
import bizops.singer.error.PartialException;
import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a sibling program.
 *
 * @param launcher its script in {@code bin/}
 * @param log takes its standard error; an older one is replaced
 */
record ProgramRun(Path launcher, List<String> arguments, Path log) {
    private static final int TRY_LATER = 75;
    private static final int PARTIAL = 77;

    ProgramRun {
        arguments = List.copyOf(arguments);
    }

    /** The program's name. */
    String name() {
        return String.valueOf(launcher.getFileName());
    }

    /** Ready to start, standard error going to the log. */
    ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.to(log.toFile()));
    }

    /** Runs it to its end, standard output going to a file; an error if it ends with anything but 0. */
    void to(Path output, Children children) throws IOException, InterruptedException {
        Process process = builder()
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
        children.add(process);
        int exit = process.waitFor();
        if (exit != 0) {
            throw failure(exit);
        }
    }

    /** The error that says which program failed, how, and where it wrote why. */
    BizopsException failure(int exit) throws IOException {
        String message = name() + " ended with " + exit + lastLine() + "; its log is " + log;
        return switch (exit) {
            case TRY_LATER -> RemoteException.tryLater(message, null);
            case PARTIAL -> new PartialException(message);
            default -> RemoteException.permanent(message, null);
        };
    }

    /** True if the log says that the program stopped because its reader was gone. */
    boolean lostItsReader() throws IOException {
        return LogLines.of(log).stream().anyMatch(line -> line.contains("consumer closed the output"));
    }

    private String lastLine() throws IOException {
        return LogLines.of(log).stream()
                .filter(line -> line.startsWith("CRITICAL "))
                .findFirst()
                .map(line -> ": " + line.substring("CRITICAL ".length()))
                .orElse("");
    }
}
