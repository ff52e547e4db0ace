package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.text.Utf8Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file that people write. */
final class SeedText {
    private SeedText() {}

    /** The text without a byte order mark; empty, with a problem, where it is not UTF-8. */
    static Optional<String> read(Path file, String shown, Problems problems) {
        try {
            return Optional.of(Utf8Text.unmarked(Files.readString(file)));
        } catch (CharacterCodingException other) {
            problems.add(shown + ": is not UTF-8; save it as UTF-8");
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
