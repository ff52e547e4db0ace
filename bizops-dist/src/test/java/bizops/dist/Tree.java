package bizops.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The installation that the build has just made. */
public final class Tree {
    static final Path HOME = Path.of("target", "bizops").toAbsolutePath();

    private Tree() {}

    public static Path program(String name) {
        return HOME.resolve("bin").resolve(name);
    }

    static List<String> programs() throws IOException {
        try (Stream<Path> launchers = Files.list(HOME.resolve("bin"))) {
            return launchers
                    .map(launcher -> String.valueOf(launcher.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
