package bizops.tap.salesforce.convert;

import bizops.singer.error.InputException;
import org.jspecify.annotations.Nullable;

/** How large a value may be: what fits a heap of 256 MiB with all copies that are made on its way. */
public final class FieldLimit {
    /** Bytes of UTF-8 in one value, 20 MB. */
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final int MOST_BYTES_A_CHARACTER = 3;
    private static final int ASCII = 0x80;
    private static final int TWO_BYTES = 0x800;

    private FieldLimit() {}

    /** Whether a text of UTF-16 is larger. */
    static boolean exceeds(String text) {
        if ((long) text.length() * MOST_BYTES_A_CHARACTER <= MOST_BYTES) {
            return false;
        }
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < ASCII ? 1 : c < TWO_BYTES || Character.isSurrogate(c) ? 2 : MOST_BYTES_A_CHARACTER;
        }
        return bytes > MOST_BYTES;
    }

    /** The error that names the value's place. */
    public static InputException exceeded(String object, @Nullable Object id, String field) {
        return new InputException("stream \"" + object + "\", record " + (id == null ? "(id not yet read)" : id)
                + ", field \"" + field + "\": its value is larger than " + MOST_BYTES
                + " bytes, the most that the tap carries; deselect the field, or shorten the value in Salesforce");
    }
}
