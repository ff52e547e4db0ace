package bizops.singer.decode;

import bizops.singer.error.InputException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members of one message as far as they are read; used again for each line. Owned by the decoder. */
final class Envelope {
    @Nullable
    String type;

    @Nullable
    String stream;
    /** The raw values of {@code record}, {@code schema} and {@code value}; null where there is none. */
    @Nullable
    Slice record;

    @Nullable
    Slice schema;

    @Nullable
    Slice value;

    /** Of a BATCH. */
    String format = "";

    @Nullable
    String compression;

    @Nullable
    List<String> manifest;

    List<String> keyProperties = List.of();
    List<String> bookmarkProperties = List.of();

    @Nullable
    Long version;

    @Nullable
    String timeExtracted;
    /** The stream for which the handler has read the record already; null while it has not. */
    @Nullable
    String readFor;

    /** Where a raw JSON value stands in the line's array. */
    record Slice(int start, int length, boolean object) {}

    void clear() {
        type = null;
        stream = null;
        record = null;
        schema = null;
        value = null;
        format = "";
        compression = null;
        manifest = null;
        keyProperties = List.of();
        bookmarkProperties = List.of();
        version = null;
        timeExtracted = null;
        readFor = null;
    }

    boolean isRecord() {
        return "RECORD".equals(type);
    }

    void type(@Nullable String text) {
        type = text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    String streamOf(long line) {
        if (stream == null || stream.isEmpty()) {
            throw new InputException("line " + line + ": " + type
                    + " message without \"stream\"; correct the program that writes the messages");
        }
        return stream;
    }
}
