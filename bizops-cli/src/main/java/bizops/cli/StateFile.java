package bizops.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The newest STATE that the target has acknowledged, as the tap reads it. */
record StateFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Takes over the last line of the target's output. The file is the old one or the new one at every moment; without
     * any line it stays as it is.
     */
    void takeLastLine(Path states) throws IOException {
        if (!Files.exists(states)) {
            return;
        }
        List<String> lines = Files.readAllLines(states, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.writeString(next, lines.get(lines.size() - 1) + "\n");
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
