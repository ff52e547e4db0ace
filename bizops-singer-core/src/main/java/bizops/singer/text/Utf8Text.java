package bizops.singer.text;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in UTF-8, which may begin with the byte order mark that some editors write. Stateless. */
public final class Utf8Text {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8Text() {}

    /**
     * The text of a file, without the mark.
     *
     * @param kind what the file is to whoever gave it, for the error
     * @throws ConfigException if it cannot be read, or is not in UTF-8
     */
    public static String read(Path file, String kind) {
        try {
            return unmarked(Files.readString(file));
        } catch (IOException unreadable) {
            throw new ConfigException(
                    kind + " " + file + " cannot be read: give an existing file in UTF-8", unreadable);
        }
    }

    /** The text without the mark, if it begins with one. */
    public static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
