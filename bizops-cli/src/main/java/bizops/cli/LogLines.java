package bizops.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a program's log: whoever was killed may leave half a character, and a foreign program writes what it likes. */
final class LogLines {
    private LogLines() {}

    /** The lines; none where there is no such file. What is no UTF-8 is a replacement character. */
    static List<String> of(Path log) throws IOException {
        return Files.exists(log)
                ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }
}
