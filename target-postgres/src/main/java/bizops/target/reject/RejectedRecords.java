package bizops.target.reject;

import bizops.singer.error.InputException;
import bizops.target.batch.Batch;
import bizops.target.encode.EncodedRows;
import bizops.target.encode.Origin;
import bizops.target.encode.RecordEncoder;
import bizops.target.reshape.RecordTree;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import bizops.target.validate.RecordCheck;
import bizops.target.validate.Violation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records aside as rows of {@link RejectedTable}, in the transaction of the rows around them. Owned by the thread
 * that reads.
 */
public final class RejectedRecords {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedRecords.class);

    private final TableName table;
    private final String runId;
    private final OptionalLong most;
    /** Made when the first one comes, as most runs have none. */
    private @Nullable RecordEncoder encoder;

    private final Map<String, Long> counts = new TreeMap<>();
    private long number;

    /**
     * @param runId part of the rows' names
     * @param most how many of one stream may be put aside; empty for any number
     */
    public RejectedRecords(TableName table, String runId, OptionalLong most) {
        this.table = table;
        this.runId = runId;
        this.most = most;
    }

    /**
     * Adds the record to the batch.
     *
     * @throws InputException if the stream has too many
     */
    public void add(Batch batch, RejectedRecord rejected) throws IOException {
        String stream = rejected.stream().stream();
        long count = counts.merge(stream, 1L, Long::sum);
        if (most.isPresent() && count > most.getAsLong()) {
            throw new InputException("line " + rejected.line() + ", stream \"" + stream + "\"" + field(rejected) + ": "
                    + rejected.violation().rule() + "; " + most.getAsLong()
                    + " of its records were put aside before, as many as invalid_records_threshold allows");
        }
        RecordEncoder rowEncoder = encoder();
        byte[] row = RecordTree.write(row(rejected));
        try (JsonParser parser = RecordTree.parser(row)) {
            rowEncoder.read(parser, rejected.line());
        }
        EncodedRows rows = batch.rows(rowEncoder.shape());
        long before = rows.size();
        Optional<Violation> none = rowEncoder.finish(rows, rejected.line(), Origin.NOTHING_SAID, row, 0, row.length);
        batch.count(1, rows.size() - before);
        if (none.isPresent()) {
            throw new IllegalStateException(none.get().rule());
        }
    }

    /** Says how many there were, one warning a stream, and starts from nothing. */
    public void tell() {
        counts.forEach((stream, count) -> LOG.warn(
                "stream \"{}\": records put aside in {}: {}; when the cause is gone, load them with --replay-rejected",
                stream,
                table,
                count));
        counts.clear();
    }

    private RecordEncoder encoder() {
        if (encoder == null) {
            StreamShape shape = RejectedTable.shape(table);
            encoder = new RecordEncoder(shape, RecordCheck.none(shape.stream()), new BadValues(false), false);
        }
        return encoder;
    }

    private ObjectNode row(RejectedRecord rejected) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(RejectedTable.ID, runId + "/" + ++number);
        row.put("stream", rejected.stream().stream());
        row.put("line", rejected.line());
        row.put("file", rejected.file());
        row.put(
                "field",
                rejected.violation().field().isEmpty()
                        ? null
                        : rejected.violation().field());
        row.put("reason", rejected.violation().rule());
        row.put("record", rejected.json());
        row.put("version", rejected.origin().version());
        row.put("time_extracted", rejected.origin().timeExtracted());
        row.put("schema", rejected.stream().schema().toString());
        row.put("key_properties", keys(rejected));
        row.put("rejected_at", Instant.now().toString());
        return row;
    }

    private static String keys(RejectedRecord rejected) {
        var keys = JsonNodeFactory.instance.arrayNode();
        rejected.stream().keys().forEach(keys::add);
        return keys.toString();
    }

    private static String field(RejectedRecord rejected) {
        String field = rejected.violation().field();
        return field.isEmpty() ? "" : ", field \"" + field + "\"";
    }
}
