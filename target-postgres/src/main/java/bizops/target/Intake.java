package bizops.target;

import bizops.singer.decode.BatchMessage;
import bizops.singer.decode.MessageDecoder;
import bizops.singer.decode.MessageHandler;
import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.singer.read.LineReader;
import bizops.target.batch.Batch;
import bizops.target.batch.Step;
import bizops.target.encode.EncodedRows;
import bizops.target.encode.Origin;
import bizops.target.files.BatchFile;
import bizops.target.reject.RejectedRecord;
import bizops.target.reject.RejectedRecords;
import bizops.target.reject.ReplayedRecord;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import bizops.target.validate.Violation;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the messages into the batch that is being filled, one line at a time. Owned by the thread that reads. */
final class Intake implements MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final IntakeSettings settings;
    private final StreamOpener opener;
    private final BadValues badValues;
    private final RecordCounts counts;
    private final MessageDecoder decoder;
    private final Map<String, StreamIntake> streams = new HashMap<>();
    private final Map<TableName, StreamShape> tables = new HashMap<>();
    private final Set<String> unknownTypes = new HashSet<>();
    /** Streams with an ACTIVATE_VERSION that came before any SCHEMA of theirs. */
    private final Set<String> activatedEarly = new HashSet<>();
    /** Streams that a setting says not to load. */
    private final Set<String> leftOut = new HashSet<>();

    /** Named by the line being read. */
    private final List<BatchFile> files = new ArrayList<>();

    private final RejectedRecords rejected;

    private @Nullable Batch batch;
    /** Of a BATCH message that is being read; null for the input itself. */
    private @Nullable String file;
    /** The rejected record that is being read again; null for one that comes now. */
    private @Nullable ReplayedRecord replayed;

    private long line;
    private boolean stateCame;
    /** Waits for the end of an overwrite: it covers nothing that is in a table before. */
    private byte @Nullable [] lastState;

    Intake(IntakeSettings settings, RecordCounts counts) {
        this.settings = settings;
        this.badValues = settings.badRecords().badValues();
        this.rejected = settings.badRecords().rejected();
        this.counts = counts;
        this.opener = new StreamOpener(settings, badValues);
        this.decoder = new MessageDecoder(this, settings.limits().depth());
    }

    /** Reads the line that the reader stands on into the batch. */
    void read(LineReader reader, Batch into) throws IOException {
        batch = into;
        line = reader.number();
        stateCame = false;
        try {
            decoder.decode(reader.bytes(), reader.start(), reader.length(), line);
        } finally {
            batch = null;
        }
    }

    /** The files that the line read last named; their records come before the next line. */
    List<BatchFile> takeFiles() {
        if (files.isEmpty()) {
            return List.of();
        }
        List<BatchFile> taken = List.copyOf(files);
        files.clear();
        return taken;
    }

    /** Reads the record that the reader stands on into the batch. */
    void readRecord(BatchFile from, LineReader reader, Batch into) throws IOException {
        batch = into;
        line = reader.number();
        file = from.path().toString();
        try {
            decoder.decodeRecord(from.stream(), from.version(), reader.bytes(), reader.start(), reader.length(), line);
        } finally {
            batch = null;
            file = null;
        }
    }

    /** Reads a record that was rejected before into the batch, which then takes it out of their table. */
    void replay(ReplayedRecord record, Step.Settle settle, Batch into) throws IOException {
        batch = into;
        line = record.line();
        replayed = record;
        byte[] json = record.json().getBytes(StandardCharsets.UTF_8);
        try {
            schema(record.schema());
            decoder.decodeRecord(record.schema().stream(), record.origin().version(), json, 0, json.length, line);
            settle.ids().add(record.id());
        } finally {
            batch = null;
            replayed = null;
        }
    }

    /** Adds what the end of the input asks for, once all of it was read. */
    void finish(Batch into) {
        settings.reshaping().end();
        if (!settings.overwrites()) {
            return;
        }
        Set<TableName> staged = new HashSet<>();
        for (StreamIntake stream : streams.values()) {
            if (staged.add(stream.shape().table())) {
                into.add(new Step.Replace(stream.shape(), settings.table(stream.shape().stream())));
            }
        }
        if (lastState != null) {
            into.state(lastState);
        }
    }

    /** Whether the line read last was a STATE. */
    boolean stateCame() {
        return stateCame;
    }

    @Override
    public void schema(SchemaMessage message) {
        StreamIntake before = streams.get(message.stream());
        if (before != null && before.isRepeated(message)) {
            return;
        }
        if (before == null) {
            settings.limits().checkStreams(streams.size(), message.stream(), line);
        }
        Optional<StreamIntake> open = opener.open(message, before, line);
        if (open.isEmpty()) {
            streams.remove(message.stream());
            leftOut.add(message.stream());
            return;
        }
        leftOut.remove(message.stream());
        StreamIntake opened = open.get();
        if (opened == before) {
            return;
        }
        StreamShape shape = opened.shape();
        StreamShape other = tables.put(shape.table(), shape);
        if (other != null && !other.stream().equals(shape.stream()) && !agree(other, shape)) {
            throw new InputException("line " + line + ": streams \"" + other.stream() + "\" and \"" + shape.stream()
                    + "\" both go to table " + shape.table()
                    + " with different schemas or keys; rename one, or load it into another schema");
        }
        streams.put(message.stream(), opened);
        batch().add(new Step.Prepare(shape));
    }

    @Override
    public void record(String stream, JsonParser record) throws IOException {
        if (leftOut.contains(stream)) {
            record.skipChildren();
        } else {
            stream(stream, "RECORD").read(record, line);
        }
    }

    @Override
    public int recordBytes(String stream, byte[] bytes, int start, int lineEnd) {
        StreamIntake intake = streams.get(stream);
        return intake == null ? -1 : intake.readBytes(bytes, start, lineEnd);
    }

    @Override
    public void recordEnd(
            String stream, @Nullable Long version, @Nullable String timeExtracted, byte[] bytes, int start, int length)
            throws IOException {
        if (leftOut.contains(stream)) {
            return;
        }
        StreamIntake intake = stream(stream, "RECORD");
        if (!intake.hasRow()) {
            return;
        }
        settings.limits().checkFields(stream, line, bytes, start, length);
        EncodedRows rows = batch().rows(intake.shape());
        long before = rows.size();
        Origin origin = replayed == null ? Origin.of(version, timeExtracted) : replayed.origin();
        Optional<Violation> violation = intake.finish(rows, line, origin, bytes, start, length);
        if (violation.isPresent()) {
            String json = intake.json(bytes, start, length);
            rejected.add(batch(), new RejectedRecord(intake.loaded(), line, file, violation.get(), json, origin));
            return;
        }
        batch().count(1, rows.size() - before);
        counts.add(stream);
        if (version != null) {
            intake.loads(version);
        }
    }

    @Override
    public void state(byte[] value) {
        stateCame = true;
        if (settings.overwrites()) {
            lastState = value;
        } else {
            batch().state(value);
        }
    }

    @Override
    public void activateVersion(String stream, long version) {
        if (leftOut.contains(stream)) {
            return;
        }
        if (!settings.activatesVersions() || settings.overwrites()) {
            return;
        }
        StreamIntake intake = streams.get(stream);
        if (intake != null) {
            batch().add(new Step.Activate(intake.shape(), version, intake.hasLoaded(version)));
        } else if (activatedEarly.add(stream)) {
            LOG.warn(
                    "line {}: ACTIVATE_VERSION for stream \"{}\" came before its SCHEMA and is ignored; rows of its older"
                            + " versions stay",
                    line,
                    stream);
        }
    }

    @Override
    public void batch(BatchMessage message) {
        if (!leftOut.contains(message.stream())) {
            StreamIntake unused = stream(message.stream(), "BATCH");
            files.addAll(settings.manifest().files(message, line));
        }
    }

    @Override
    public void unknown(String type) {
        if (unknownTypes.add(type)) {
            LOG.warn("line {}: messages of type {} are not known and are passed over", line, type);
        }
    }

    /** Says what was changed or dropped on the way, once at the end. */
    void tell() {
        badValues.tell();
        rejected.tell();
    }

    private StreamIntake stream(String stream, String type) {
        StreamIntake intake = streams.get(stream);
        if (intake == null) {
            throw new InputException("line " + line + ": " + type + " for stream \"" + stream
                    + "\" came before its SCHEMA; correct the program that writes the messages");
        }
        return intake;
    }

    private Batch batch() {
        if (batch == null) {
            throw new IllegalStateException("no line is being read");
        }
        return batch;
    }

    private static boolean agree(StreamShape one, StreamShape other) {
        return one.properties().equals(other.properties()) && one.keys().equals(other.keys());
    }
}
