package bizops.transform.config;

import bizops.singer.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file that people write. */
final class SeedText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SeedText() {}

    /** The text without a byte order mark; empty, with a problem, where it is not UTF-8. */
    static Optional<String> read(Path file, String shown, Problems problems) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            problems.add(shown + ": is not UTF-8; save it as UTF-8");
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
