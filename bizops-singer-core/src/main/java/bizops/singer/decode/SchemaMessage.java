package bizops.singer.decode;

import java.util.List;

/**
 * A SCHEMA message. Immutable.
 *
 * @param schemaJson the JSON text of the schema as it came; an object
 * @param keyProperties empty where the stream has no key
 * @param bookmarkProperties a hint only
 */
public record SchemaMessage(
        String stream, String schemaJson, List<String> keyProperties, List<String> bookmarkProperties) {
    public SchemaMessage {
        keyProperties = List.copyOf(keyProperties);
        bookmarkProperties = List.copyOf(bookmarkProperties);
    }
}
