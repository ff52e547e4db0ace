package bizops.singer.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SCHEMA: the shape of a stream's records from here on.
 *
 * @param stream the stream's name
 * @param schema a JSON Schema with an object at its root; the map is not copied and must not change
 * @param keyProperties the names of the key, empty if there is none
 * @param bookmarkProperties the names of the replication key, a hint; usually one or none
 */
public record SchemaMessage(
        String stream,
        Map<String, @Nullable Object> schema,
        List<String> keyProperties,
        List<String> bookmarkProperties)
        implements Message {
    public SchemaMessage {
        keyProperties = List.copyOf(keyProperties);
        bookmarkProperties = List.copyOf(bookmarkProperties);
    }
}
