package bizops.target;

import bizops.singer.decode.SchemaMessage;
import bizops.target.encode.EncodedRows;
import bizops.target.encode.Origin;
import bizops.target.encode.RecordEncoder;
import bizops.target.reshape.RecordTree;
import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import bizops.target.table.StreamShape;
import bizops.target.validate.BadValues;
import bizops.target.validate.Violation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream while it is read: its SCHEMA, and the encoder made from it. Owned by the thread that reads. */
final class StreamIntake {
    private final SchemaMessage message;
    private final StreamSchema loaded;
    private final @Nullable StreamReshape reshape;
    private final RecordEncoder encoder;
    private final BadValues badValues;
    private final Set<Long> versions;
    /** The record being read as it is loaded, where it is reshaped; null where it is left out. */
    private byte @Nullable [] reshaped;

    /**
     * @param message as it came
     * @param loaded what is loaded, reshaped or not
     * @param reshape what is done to its records; null for nothing
     * @param before the same stream under its SCHEMA before this one; null for the first
     */
    StreamIntake(
            SchemaMessage message,
            StreamSchema loaded,
            @Nullable StreamReshape reshape,
            RecordEncoder encoder,
            BadValues badValues,
            @Nullable StreamIntake before) {
        this.message = message;
        this.loaded = loaded;
        this.reshape = reshape;
        this.encoder = encoder;
        this.badValues = badValues;
        this.versions = before == null ? new HashSet<>() : before.versions;
    }

    /** Whether the message is word for word the one this stream has. */
    boolean isRepeated(SchemaMessage other) {
        return message.keyProperties().equals(other.keyProperties())
                && message.schemaJson().equals(other.schemaJson());
    }

    /** Whether the same is loaded under the other SCHEMA, and no record is changed. */
    boolean isSame(StreamSchema other) {
        return reshape == null && loaded.equals(other);
    }

    /** As {@link RecordEncoder#readBytes}; a record that is reshaped is for the parser. */
    int readBytes(byte[] line, int start, int end) {
        return reshape == null ? encoder.readBytes(line, start, end) : -1;
    }

    /** Reads the record that the parser stands on the start of. */
    void read(JsonParser record, long line) throws IOException {
        if (reshape == null) {
            encoder.read(record, line);
            return;
        }
        ObjectNode changed = reshape.record(RecordTree.read(record));
        reshaped = changed == null ? null : RecordTree.write(changed);
        if (reshaped != null) {
            try (JsonParser parser = RecordTree.parser(reshaped)) {
                encoder.read(parser, line);
            }
            reshape.refused().forEach(value -> badValues.bad(line, shape().stream(), value.field(), value.problem()));
        }
    }

    /** Whether the record read last is loaded. */
    boolean hasRow() {
        return reshape == null || reshaped != null;
    }

    /** As {@link RecordEncoder#finish}. */
    Optional<Violation> finish(EncodedRows rows, long line, Origin origin, byte[] bytes, int start, int length)
            throws IOException {
        return reshaped == null
                ? encoder.finish(rows, line, origin, bytes, start, length)
                : encoder.finish(rows, line, origin, reshaped, 0, reshaped.length);
    }

    /** The JSON text of the record read last, as it is loaded. */
    String json(byte[] bytes, int start, int length) {
        return reshaped == null
                ? new String(bytes, start, length, StandardCharsets.UTF_8)
                : new String(reshaped, StandardCharsets.UTF_8);
    }

    /** What is loaded of the stream. */
    StreamSchema loaded() {
        return loaded;
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
