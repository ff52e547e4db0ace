package bizops.cli.process;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tree that this program was started from: {@code bin/} with its siblings, {@code lib/} with their code.
 *
 * @param home the tree's root
 */
public record Installation(Path home) {
    /** The tree named by the launcher. */
    public static Installation current() {
        String home = System.getProperty("bizops.home");
        if (home == null) {
            throw new ConfigException(
                    "the other programs cannot be found: start this one by bin/bizops of its archive");
        }
        return new Installation(Path.of(home));
    }

    /** The launcher of a program; an error if the archive lacks it. */
    public Path program(String name) {
        Path launcher = home.resolve("bin").resolve(name);
        if (!Files.isExecutable(launcher)) {
            throw new ConfigException(
                    "program " + name + " is missing: no executable " + launcher + "; unpack the archive again");
        }
        return launcher;
    }

    /** The names of all programs, sorted. */
    public List<String> programs() throws IOException {
        try (Stream<Path> launchers = Files.list(home.resolve("bin"))) {
            return launchers
                    .map(launcher -> String.valueOf(launcher.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
