package bizops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the installed programs and a directory for their data; gone when closed. */
final class Installation implements AutoCloseable {
    private final Path directory;
    private final Path home;

    /** @param cached whether to make the programs' class-data archives, as an installation has them */
    Installation(Path installed, boolean cached) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("bizops-bench-");
        home = directory.resolve("bizops");
        execute(List.of("cp", "-R", "-p", installed.toString(), home.toString()));
        if (cached) {
            execute(List.of(home.resolve("bin/bizops").toString(), "install-cache"));
        }
    }

    Path directory() {
        return directory;
    }

    ProcessBuilder program(String name, String... arguments) {
        ProcessBuilder program =
                new ProcessBuilder(home.resolve("bin").resolve(name).toString());
        program.command().addAll(List.of(arguments));
        return quiet(program);
    }

    /** Output goes to a file, so that a failure can be read and a terminal costs nothing. */
    ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile());
    }

    /** What the last process said on standard error. */
    String said() {
        return text("stderr");
    }

    /** What the last process printed. */
    String printed() {
        return text("stdout");
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Installation::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }
}
