package bizops.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A directory that pages are written to. All are written beside their places first, then each is moved to its own, so
 * that a page is there whole or as it was, and none changes if one cannot be written.
 */
final class Output {
    private static final String UNFINISHED = ".part";

    private final Path directory;

    Output(Path directory) {
        this.directory = directory;
    }

    /** @param pages content by file name */
    void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(directory);
        Manifest before = Manifest.read(directory);
        Map<String, String> all = new LinkedHashMap<>(pages);
        all.put(Manifest.NAME, Manifest.of(pages).text());
        try {
            for (Map.Entry<String, String> page : all.entrySet()) {
                Files.writeString(unfinished(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
            }
            for (String name : all.keySet()) {
                Files.move(
                        unfinished(name),
                        directory.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (String name : all.keySet()) {
                Files.deleteIfExists(unfinished(name));
            }
        }
        before.removeOthers(directory, pages.keySet());
    }

    private Path unfinished(String name) {
        return directory.resolve(name + UNFINISHED);
    }
}
