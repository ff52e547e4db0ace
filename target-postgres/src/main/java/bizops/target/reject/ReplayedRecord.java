package bizops.target.reject;

import bizops.singer.decode.SchemaMessage;
import bizops.target.encode.Origin;

/**
 * A row of {@link RejectedTable}, to be loaded as the record that it holds.
 *
 * @param schema the stream as the record was held to it
 * @param json the record's JSON text
 * @param origin when the record first came
 */
public record ReplayedRecord(String id, SchemaMessage schema, long line, String json, Origin origin) {}
