package bizops.singer.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the messages that a {@link MessageDecoder} finds, in their order. Called on the decoder's thread. */
public interface MessageHandler {
    void schema(SchemaMessage message);

    /**
     * Reads the record of a RECORD message. The parser stands on the start of the object and must be left on its end.
     * The line may still turn out to be broken, or to hold a second {@code record} that replaces this one: nothing
     * counts before {@link #recordEnd}.
     */
    void record(String stream, JsonParser record) throws IOException;

    /**
     * Offers the record of a RECORD message as bytes, before any parser is made: for a handler that reads the ordinary
     * shape of its records faster by itself. If it does not read this one, nothing may have come of the try: the record
     * comes again through {@link #record}. As there, nothing counts before {@link #recordEnd}.
     *
     * @param start where the record's opening brace stands
     * @param lineEnd the end of the line, which the record's own end precedes
     * @return the position behind the record's closing brace, or -1 to have it parsed
     */
    default int recordBytes(String stream, byte[] bytes, int start, int lineEnd) {
        return -1;
    }

    /**
     * Ends the RECORD message whose record was read last.
     *
     * @param start where the bytes of the record start in the decoded array
     * @param length their number
     */
    void recordEnd(
            String stream, @Nullable Long version, @Nullable String timeExtracted, byte[] bytes, int start, int length)
            throws IOException;

    /** A STATE message; {@code value} is its raw JSON text, never to be serialised anew. */
    void state(byte[] value);

    void activateVersion(String stream, long version);

    /** A BATCH message; its records are in the files that it names. */
    void batch(BatchMessage message);

    /** A message of a type that the protocol does not know. */
    void unknown(String type);
}
