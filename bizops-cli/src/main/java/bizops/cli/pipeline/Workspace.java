package bizops.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that only its user can read, for what programs are told in files: settings with their secrets. It is gone when
 * this is closed. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
    private static final String NAME = "bizops-run-";

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** Makes one, and removes those of runs of this user that were killed. */
    public static Workspace make() throws IOException {
        new LeftBehind(Path.of(System.getProperty("java.io.tmpdir")), NAME).remove();
        return new Workspace(Files.createTempDirectory(
                NAME + ProcessHandle.current().pid() + "-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    /** Writes a JSON file; one of that name is replaced. */
    public Path file(String name, JsonNode content) throws IOException {
        Path file = folder.resolve(name + ".json");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, content.toString());
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : inside) {
                Files.deleteIfExists(one);
            }
        }
    }
}
