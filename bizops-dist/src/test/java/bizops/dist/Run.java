package bizops.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a process said and how it ended. */
public record Run(int exit, String stdout, String stderr) {
    public static Run of(Path program, String... arguments) throws IOException, InterruptedException {
        return of(Map.of(), program, arguments);
    }

    public static Run of(Map<String, String> environment, Path program, String... arguments)
            throws IOException, InterruptedException {
        return in(Path.of("").toAbsolutePath(), environment, program, arguments);
    }

    /** Runs in a directory, with more variables than this process has. */
    public static Run in(Path directory, Map<String, String> environment, Path program, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("bizops-run", ".out");
        Path err = Files.createTempFile("bizops-run", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString())
                    .directory(directory.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.command().addAll(List.of(arguments));
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            return new Run(exit, Written.text(out), Written.text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
