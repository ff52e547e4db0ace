package bizops.target.encode;

import bizops.singer.decode.BatchMessage;
import bizops.singer.decode.MessageDecoder;
import bizops.singer.decode.MessageHandler;
import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.target.table.SchemaReader;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import bizops.target.validate.RecordCheck;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of one stream read by one encoder, one after another as in a run, without a database. */
public final class Reading implements MessageHandler {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final boolean withLane;
    private final MessageDecoder decoder = new MessageDecoder(this);
    private final RecordEncoder encoder;
    private EncodedRows rows;
    private boolean byLane;
    private @Nullable String refusal;

    /** @param withLane whether the byte lane is asked first, as in a run, or the parser reads every line */
    public Reading(String schema, List<String> keys, boolean withLane, boolean nullsBadValues) throws IOException {
        this((ObjectNode) JSON.readTree(schema), keys, withLane, nullsBadValues);
    }

    /** As above, with the schema read already. */
    public Reading(ObjectNode schema, List<String> keys, boolean withLane, boolean nullsBadValues) {
        this(schema, keys, withLane, nullsBadValues, shape -> RecordCheck.of("s", schema, shape.holdings()));
    }

    /** As above, with a check of the caller's making. */
    public Reading(
            ObjectNode schema,
            List<String> keys,
            boolean withLane,
            boolean nullsBadValues,
            Function<StreamShape, RecordCheck> check) {
        this.withLane = withLane;
        StreamShape shape = SchemaReader.read("s", new TableName("public", "s"), schema, keys, false, "line 1");
        encoder = new RecordEncoder(shape, check.apply(shape), new BadValues(nullsBadValues), false);
        rows = rows();
    }

    /** The RECORD message of a record. */
    public static byte[] line(String record) {
        return ("{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":" + record + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** The rows that the line made, or why it was refused. */
    public String read(byte[] line) throws IOException {
        rows = rows();
        byLane = false;
        refusal = null;
        // The line stands amid others in the reader's buffer, so what is around it must not matter.
        byte[] buffer = new byte[line.length + 20];
        Arrays.fill(buffer, (byte) '"');
        System.arraycopy(line, 0, buffer, 7, line.length);
        try {
            decoder.decode(buffer, 7, line.length, 1);
        } catch (InputException refused) {
            refusal = String.valueOf(refused.getMessage());
            return refusal;
        }
        return text(rows.rows()) + " / " + text(rows.parts());
    }

    /** Why the last line was refused; null if it was not. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Whether the lane read the last line. */
    public boolean byLane() {
        return byLane;
    }

    StreamShape shape() {
        return encoder.shape();
    }

    private EncodedRows rows() {
        return new EncodedRows(encoder.shape(), new ChunkPool(0));
    }

    /** The rows without the time at which each was received. */
    private String text(CopyBytes bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.forEachChunk((chunk, length) -> all.write(chunk, 0, length));
        List<String> fields = new ArrayList<>(
                Arrays.asList(all.toString(StandardCharsets.UTF_8).split("\t", -1)));
        int received = encoder.shape().properties().size() + 1;
        if (fields.size() > received) {
            fields.remove(received);
        }
        return String.join("\t", fields);
    }

    @Override
    public int recordBytes(String stream, byte[] bytes, int start, int lineEnd) {
        int end = withLane ? encoder.readBytes(bytes, start, lineEnd) : -1;
        byLane = end >= 0;
        return end;
    }

    @Override
    public void record(String stream, JsonParser record) throws IOException {
        encoder.read(record, 1);
    }

    @Override
    public void recordEnd(
            String stream, @Nullable Long version, @Nullable String timeExtracted, byte[] bytes, int start, int length)
            throws IOException {
        encoder.finish(rows, 1, Origin.of(version, timeExtracted), bytes, start, length);
    }

    @Override
    public void schema(SchemaMessage message) {}

    @Override
    public void state(byte[] value) {}

    @Override
    public void activateVersion(String stream, long version) {}

    @Override
    public void batch(BatchMessage message) {}

    @Override
    public void unknown(String type) {}
}
