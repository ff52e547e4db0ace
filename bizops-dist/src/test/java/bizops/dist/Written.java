package bizops.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what another process is writing, or was when it was killed: the text may end in the middle of a character. */
public final class Written {
    private Written() {}

    /** The whole file; half a character is a replacement character. */
    public static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
