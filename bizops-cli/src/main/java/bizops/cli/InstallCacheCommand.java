package bizops.cli;

import bizops.cli.process.Installation;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ConfigException;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code bizops install-cache}: makes each program's class-data archive, which about halves its start-up time. An
 * archive fits one build of Java and one installation; where it does not fit, the launcher's Java goes on without it.
 */
@Parameters(commandDescription = "Makes every program start faster, for this machine's Java")
final class InstallCacheCommand implements Command {
    /** Java 25 keeps profiles as well, in a form of its own. */
    private static final String SUFFIX = Runtime.version().feature() >= 25 ? ".aot" : ".jsa";

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        Installation installation = Installation.current();
        Path directory = installation
                .home()
                .resolve("lib")
                .resolve("cache")
                .resolve(Runtime.version().toString());
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot write to " + directory + ": run this as the user who unpacked the archive", e);
        }
        try (RehearsedCompany company = RehearsedCompany.of(installation)) {
            for (String program : company.programs()) {
                Path archive = directory.resolve(program + SUFFIX);
                Files.deleteIfExists(archive);
                try (Rehearsal rehearsal = Rehearsal.of(program, company)) {
                    run(installation.program(program), archive, rehearsal.arguments());
                }
                terminal.print(program + ": " + Files.size(archive) / 1_000_000 + " MB in " + archive);
            }
        }
    }

    /** The JVM writes the archive of what was loaded when it ends. */
    private static void run(Path program, Path archive, List<String> arguments)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("bizops-install-cache-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString());
            builder.command().addAll(arguments);
            builder.environment().putAll(Map.of("BIZOPS_WRITE_ARCHIVE", archive.toString()));
            int exit = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(said.toFile())
                    .start()
                    .waitFor();
            if (exit != 0 || !Files.exists(archive)) {
                throw new ConfigException(program.getFileName() + " " + String.join(" ", arguments) + " ended with "
                        + exit + " and made no archive: "
                        + Files.readString(said).strip().replaceAll("\\s+", " "));
            }
        } finally {
            Files.delete(said);
        }
    }
}
