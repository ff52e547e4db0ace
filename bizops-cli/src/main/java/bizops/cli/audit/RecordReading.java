package bizops.cli.audit;

import bizops.cli.bookmark.Bookmarks;
import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditRows;
import bizops.singer.error.InputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the messages of a tap that runs without a state, so that it sends all there is. Owned by one thread. */
final class RecordReading implements Reading {
    static final String METHOD = "records";

    private final String tap;
    private final Warehouse warehouse;
    private final Optional<Bookmarks> bookmarks;
    private final Optional<String> startDate;
    private final CalculatedFields calculated;
    private final AuditRows rows;
    private final Map<String, StreamReading> streams = new LinkedHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param state of the last load
     * @param startDate the tap's setting
     * @param calculated fields that are not compared
     */
    RecordReading(
            String tap,
            Warehouse warehouse,
            Optional<String> state,
            Optional<String> startDate,
            CalculatedFields calculated) {
        this.tap = tap;
        this.warehouse = warehouse;
        this.bookmarks = state.map(Bookmarks::of);
        this.startDate = startDate;
        this.calculated = calculated;
        this.rows = AuditRows.begin(warehouse.store());
    }

    @Override
    public void line(String text) {
        Optional<ObjectNode> message = Lines.object(text);
        if (message.isEmpty()) {
            return;
        }
        String stream = message.get().path("stream").asText();
        switch (message.get().path("type").asText().toUpperCase(Locale.ROOT)) {
            case "SCHEMA" -> streams.computeIfAbsent(stream, name -> begin(name, message.get()));
            case "RECORD" -> record(stream, message.get());
            case "BATCH" ->
                throw new InputException("stream \"" + stream + "\": the tap sends files (BATCH), which an audit does"
                        + " not read; switch that off in its settings");
            default -> {
                // STATE and ACTIVATE_VERSION say nothing about rows.
            }
        }
    }

    @Override
    public List<AuditEntry> entries() {
        rows.finish();
        List<AuditEntry> entries = new ArrayList<>();
        Comparison comparison = new Comparison(warehouse.store(), tap);
        streams.values().forEach(stream -> entries.add(stream.entry(comparison)));
        return entries;
    }

    private void record(String stream, ObjectNode message) {
        StreamReading reading = streams.get(stream);
        if (reading == null || !(message.path("record") instanceof ObjectNode record)) {
            throw new InputException(
                    "stream \"" + stream + "\": a RECORD without a record, or before its SCHEMA;" + " correct the tap");
        }
        reading.take(record, rows);
    }

    private StreamReading begin(String stream, ObjectNode message) {
        ObjectNode schema =
                message.path("schema") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        Optional<String> field = bookmarks
                .flatMap(known -> known.replicationKey(stream))
                .or(() -> Lines.texts(message.path("bookmark_properties")).stream()
                        .findFirst());
        Bounds bounds = Bounds.of(
                schema, field, field.flatMap(name -> bookmarks.flatMap(known -> known.value(stream, name))), startDate);
        List<String> keys = Lines.texts(message.path("key_properties"));
        List<String> numbers = NumberFields.of(schema).stream()
                .filter(name -> !keys.contains(name) && !calculated.has(stream, name))
                .toList();
        Declared declared = new Declared(
                stream,
                schema,
                keys,
                bounds.field(),
                bounds.from().map(Object::toString),
                bounds.before().map(Object::toString),
                numbers);
        return new StreamReading(tap, warehouse, declared, bounds);
    }
}
