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

    void batch(String stream);

    /** A message of a type that the protocol does not know. */
    void unknown(String type);
}
