package bizops.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Every move of the invented company's clock on one database, oldest first, one line such as {@code 30d} each. */
record CompanyClock(Path file) {
    List<String> moves() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Remembers one more move, by that many days. */
    void advance(int days) throws IOException {
        Files.writeString(file, days + "d\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
