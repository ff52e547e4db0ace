package bizops.target;

import bizops.singer.decode.SchemaMessage;
import bizops.target.encode.RecordEncoder;
import bizops.target.table.StreamShape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream while it is read: its SCHEMA, and the encoder made from it. Owned by the thread that reads. */
final class StreamIntake {
    private final SchemaMessage message;
    private final JsonNode schema;
    private final RecordEncoder encoder;
    private final Set<Long> versions;

    /** @param before the same stream under its SCHEMA before this one; null for the first */
    StreamIntake(SchemaMessage message, JsonNode schema, RecordEncoder encoder, @Nullable StreamIntake before) {
        this.message = message;
        this.schema = schema;
        this.encoder = encoder;
        this.versions = before == null ? new HashSet<>() : before.versions;
    }

    /** Whether the message is word for word the one this stream has. */
    boolean isRepeated(SchemaMessage other) {
        return message.keyProperties().equals(other.keyProperties())
                && message.schemaJson().equals(other.schemaJson());
    }

    /** Whether the message means the same as the one this stream has. */
    boolean isSame(SchemaMessage other, JsonNode otherSchema) {
        return message.keyProperties().equals(other.keyProperties()) && schema.equals(otherSchema);
    }

    RecordEncoder encoder() {
        return encoder;
    }

    StreamShape shape() {
        return encoder.shape();
    }

    /** Notes that this run loads a row of the version. */
    void loads(long version) {
        if (versions.isEmpty() || !versions.contains(version)) {
            versions.add(version);
        }
    }

    boolean hasLoaded(long version) {
        return versions.contains(version);
    }
}
