package bizops.target.encode;

import bizops.target.table.ColumnType;
import bizops.target.table.ColumnType.Kind;
import bizops.target.table.Metadata;
import bizops.target.table.Property;
import bizops.target.table.StreamShape;
import bizops.target.validate.BadValues;
import bizops.target.validate.NodeCheck;
import bizops.target.validate.RecordCheck;
import bizops.target.validate.Violation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the records of one stream under one SCHEMA: each token is checked and put into the row as it comes. A record
 * whose check fails is shown to the judge when its line is complete. Owned by the thread that reads.
 */
public final class RecordEncoder {
    private final RecordCheck check;
    private final BadValues badValues;
    private final Property[] properties;
    private final NodeCheck[] checks;
    private final boolean[] keys;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] requiredColumns;
    private final Set<String> unknown = new HashSet<>();
    private final ColumnEncoder encoder = new ColumnEncoder();
    private final JsonText json = new JsonText();
    private final RowBuffer row = new RowBuffer();
    private final MetadataFields metadata;
    private final boolean keepsAbsent;

    /** Columns whose value was replaced by null, so that it is not counted again when the judge sees the record. */
    private final BitSet refused = new BitSet();

    private StreamShape shape;
    private boolean suspect;
    /** Null where every record is for the parser. */
    private @Nullable ByteLane lane;

    /**
     * An encoder for records of that shape.
     *
     * @param check compiled from the same SCHEMA
     * @param keepsAbsent whether a field that a record does not have keeps the value that its row has
     */
    public RecordEncoder(StreamShape shape, RecordCheck check, BadValues badValues, boolean keepsAbsent) {
        this.shape = shape;
        this.keepsAbsent = keepsAbsent;
        this.check = check;
        this.badValues = badValues;
        int count = shape.properties().size();
        this.properties = shape.properties().toArray(new Property[count]);
        this.checks = new NodeCheck[count];
        this.keys = new boolean[count];
        for (int i = 0; i < count; i++) {
            String name = properties[i].name();
            indexes.put(name, i);
            checks[i] = check.property(name);
            keys[i] = shape.keys().contains(name);
        }
        this.requiredColumns = required(check.required());
        this.metadata = new MetadataFields(shape.stream(), badValues);
        this.lane = lane();
    }

    /** The columns, widened by the values that came so far. */
    public StreamShape shape() {
        return shape;
    }

    /**
     * Encodes the record that starts at that byte, if its shape is ordinary and nothing is wrong with it; {@link #finish}
     * adds it to the rows.
     *
     * @return the position behind the record, or -1 if it is to be read by the parser
     */
    public int readBytes(byte[] line, int start, int end) {
        if (lane == null) {
            return -1;
        }
        metadata.start();
        suspect = false;
        return lane.read(line, start, end);
    }

    /** Encodes the record that the parser stands on the start of; {@link #finish} adds it to the rows. */
    public void read(JsonParser parser, long line) throws IOException {
        row.start(properties.length);
        json.reset();
        metadata.start();
        suspect = false;
        refused.clear();
        Optional<Violation> unused = badValues.take(); // of an earlier try at the same line
        int expected = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            int column =
                    expected < properties.length && properties[expected].name().equals(name)
                            ? expected
                            : indexes.getOrDefault(name, -1);
            if (column >= 0) {
                expected = column + 1;
                field(column, parser, token, line);
            } else {
                other(name, parser, token, line);
            }
        }
    }

    /**
     * Checks the record as a whole and adds it to the rows.
     *
     * @param origin when and as what the record came
     * @param bytes where the record's own bytes stand, for the judge
     * @return why it is put aside and not added; empty if it is added
     */
    public Optional<Violation> finish(EncodedRows rows, long line, Origin origin, byte[] bytes, int start, int length)
            throws IOException {
        boolean delete = metadata.isDelete();
        judge(line, delete, bytes, start, length);
        keys(line);
        Optional<Violation> rejected = badValues.take();
        if (rejected.isPresent()) {
            return rejected;
        }
        rows.widen(shape);
        if (origin.version() != null) {
            rows.noteVersion();
        }
        if (delete) {
            rows.noteDeleteMark();
        }
        if (origin.isOld()) {
            rows.noteOld();
        }
        boolean apart = (delete || keepsAbsent) && shape.upserts();
        CopyBytes out = apart ? rows.parts() : rows.rows();
        row.writeTo(out);
        metadata.writeTo(out, origin);
        if (apart) {
            row.writePresenceTo(out);
            out.append('\t');
            out.append(Integer.toString(rows.rows().rows()));
            out.append('\t');
            for (int column = 0; column < properties.length; column++) {
                if (row.isPresent(column)) {
                    rows.fieldsOfParts().set(column);
                }
            }
        }
        out.endRow();
        return Optional.empty();
    }

    private @Nullable ByteLane lane() {
        BitSet required = new BitSet();
        for (int column : requiredColumns) {
            if (column < 0) {
                return null;
            }
            required.set(column);
        }
        if (check.judgedAlways()) {
            return null;
        }
        LaneColumn[] columns = new LaneColumn[properties.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new LaneColumn(properties[i], checks[i], keys[i], required.get(i));
        }
        return new ByteLane(columns, row);
    }

    private int[] required(List<String> names) {
        return names.stream()
                .mapToInt(name -> indexes.getOrDefault(name, -1))
                .distinct()
                .toArray();
    }

    private void field(int column, JsonParser parser, JsonToken token, long line) throws IOException {
        NodeCheck own = checks[column];
        Kind kind = properties[column].type().kind();
        if (token == JsonToken.VALUE_NULL || (token == JsonToken.VALUE_STRING && isNoValue(kind, parser))) {
            empty(column, token, own, parser);
            return;
        }
        if (kind == Kind.JSONB) {
            jsonb(column, parser, token, own, line);
            return;
        }
        if (!own.accepts(token, parser)) {
            suspect = true;
        }
        if (token.isStructStart()) {
            parser.skipChildren();
            String what = token == JsonToken.START_OBJECT ? "an object" : "an array";
            bad(
                    column,
                    line,
                    what + " does not fit the column type "
                            + properties[column].type().sql());
            return;
        }
        row.begin(column);
        put(column, parser, token, line);
    }

    private void put(int column, JsonParser parser, JsonToken token, long line) throws IOException {
        String problem = encoder.put(properties[column], parser, token, row);
        ColumnType wider = encoder.wider();
        if (problem != null && wider != null) {
            properties[column] = properties[column].as(wider);
            shape = shape.with(column, wider);
            lane = lane();
            problem = encoder.put(properties[column], parser, token, row);
        }
        if (problem != null) {
            bad(column, line, problem);
            return;
        }
        row.end();
        if (row.takeReplaced()) {
            badValues.count(shape.stream(), properties[column].name(), "values with a character replaced by U+FFFD");
        }
        if (encoder.datesLeftOut()) {
            badValues.count(
                    shape.stream(), properties[column].name(), "date-times stored as a time, without their date");
        }
    }

    /** Whether the text is empty and the column has no empty value. */
    private static boolean isNoValue(Kind kind, JsonParser parser) throws IOException {
        return kind != Kind.TEXT && kind != Kind.JSONB && kind != Kind.BYTEA && parser.getTextLength() == 0;
    }

    private void empty(int column, JsonToken token, NodeCheck own, JsonParser parser) throws IOException {
        boolean text = token == JsonToken.VALUE_STRING;
        boolean asText = text && own.takesText();
        boolean passes = asText ? own.accepts(token, parser) : own.acceptsNull();
        if (!passes) {
            suspect = true;
        }
        if (text) {
            badValues.count(shape.stream(), properties[column].name(), "empty texts stored as null");
        }
        row.setNull(column);
    }

    private void jsonb(int column, JsonParser parser, JsonToken token, NodeCheck own, long line) throws IOException {
        row.begin(column);
        json.copy(parser, token, own, row);
        row.end();
        if (!json.numbersFit()) {
            json.reset();
            bad(column, line, "holds a number with more digits than PostgreSQL's jsonb takes");
        } else if (keys[column] && token.isStructStart()) {
            badValues.refuse(
                    line,
                    shape.stream(),
                    properties[column].name(),
                    "an object or array is no key",
                    "; correct the tap");
        }
        if (!json.valid()) {
            suspect = true;
        }
        if (row.takeReplaced()) {
            badValues.count(shape.stream(), properties[column].name(), "values with a character replaced by U+FFFD");
        }
    }

    private void bad(int column, long line, String problem) {
        String name = properties[column].name();
        if (keys[column]) {
            badValues.refuse(line, shape.stream(), name, problem + ", and it is a key", "; correct the tap");
        } else if (!refused.get(column)) {
            badValues.bad(line, shape.stream(), name, problem);
            refused.set(column);
        }
        row.setNull(column);
    }

    private void other(String name, JsonParser parser, JsonToken token, long line) throws IOException {
        if (name.equals(Metadata.DELETED_AT.column())) {
            metadata.deletedAt(parser, token, line);
            return;
        }
        parser.skipChildren();
        if (Metadata.owns(name)) {
            return;
        }
        if (check.closed() && RecordCheck.isJudged(name)) {
            suspect = true;
        }
        if (unknown.add(name)) {
            BadValues.warnUnknown(shape.stream(), name);
        }
    }

    private void judge(long line, boolean delete, byte[] bytes, int start, int length) throws IOException {
        boolean doubtful = suspect || check.judgedAlways();
        if (!delete) {
            for (int column : requiredColumns) {
                doubtful |= column < 0 || !row.isPresent(column);
            }
        }
        if (!doubtful) {
            return;
        }
        Optional<Violation> violation = check.judge(bytes, start, length, delete);
        if (violation.isPresent()) {
            Integer column = indexes.get(violation.get().field());
            if (column == null) {
                badValues.bad(
                        line,
                        shape.stream(),
                        violation.get().field(),
                        violation.get().rule());
            } else {
                bad(column, line, violation.get().rule());
            }
        }
    }

    private void keys(long line) {
        for (int column = 0; column < keys.length; column++) {
            if (keys[column] && row.isNull(column)) {
                String what = row.isPresent(column) ? "the key is null" : "the key is missing";
                badValues.refuse(
                        line,
                        shape.stream(),
                        properties[column].name(),
                        what,
                        "; correct the tap or its key_properties");
            }
        }
    }
}
