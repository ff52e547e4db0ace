package bizops.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Where a demo keeps what belongs to one company; its database server is shared with the other companies.
 *
 * @param directory the demo's own
 * @param folder the company's folder below it
 */
record DemoFiles(Path directory, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoFiles prepare(DemoOptions options) throws IOException {
        DemoFiles files = new DemoFiles(options.directory(), options.directory().resolve(options.company()));
        Files.createDirectories(files.folder.resolve("logs"));
        return files;
    }

    Path server() {
        return directory.resolve("postgres");
    }

    Path seeds() {
        return folder.resolve("seeds");
    }

    Path catalog(String vendor) {
        return folder.resolve("catalog-" + vendor + ".json");
    }

    StateFile state(String vendor) {
        return new StateFile(folder.resolve("state-" + vendor + ".json"));
    }

    /** What the vendor's target said in the newest run. */
    Path states(String vendor) {
        return folder.resolve("states-" + vendor + ".jsonl");
    }

    Path site() {
        return folder.resolve("site");
    }

    Path log(String program) {
        return folder.resolve("logs").resolve(program + ".log");
    }

    Path clock() {
        return folder.resolve("clock");
    }

    /** Writes a configuration file that only its owner can read. */
    Path config(String program, Map<String, Object> settings) throws IOException {
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path file = folder.resolve(program + ".json");
        Path next = Files.createTempFile(folder, program, ".next", ownerOnly);
        JSON.writerWithDefaultPrettyPrinter().writeValue(next.toFile(), settings);
        return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
