package bizops.target.reject;

import bizops.target.encode.Origin;
import bizops.target.reshape.StreamSchema;
import bizops.target.validate.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A record that is put aside.
 *
 * @param stream as it is loaded
 * @param line of the input, or of the file
 * @param file of a BATCH; null for a RECORD
 * @param json the record's JSON text
 */
public record RejectedRecord(
        StreamSchema stream, long line, @Nullable String file, Violation violation, String json, Origin origin) {}
