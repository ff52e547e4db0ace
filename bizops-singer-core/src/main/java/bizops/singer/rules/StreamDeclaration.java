package bizops.singer.rules;

import java.util.List;
import java.util.Map;

/**
 * What is known of a stream before its rows come. Immutable as long as the schema is.
 *
 * @param schema the JSON Schema of its rows, in plain Java
 * @param keys the names of the key, empty if there is none
 * @param replicationKeys the fields that a bookmark follows; empty where somebody else keeps bookmarks
 */
public record StreamDeclaration(Map<?, ?> schema, List<String> keys, List<String> replicationKeys) {}
