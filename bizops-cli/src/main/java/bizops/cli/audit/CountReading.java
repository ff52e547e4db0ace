package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditRows;
import bizops.cli.store.AuditTotals;
import bizops.cli.store.AuditedRow;
import bizops.singer.error.InputException;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of {@code --audit}: a stream each, with what the source counts. Owned by one thread. */
final class CountReading implements Reading {
    static final String METHOD = "count";

    private final String tap;
    private final Warehouse warehouse;
    private final AuditRows rows;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();

    private record Counted(Terms terms, AuditTotals totals, long changed) {}

    CountReading(String tap, Warehouse warehouse) {
        this.tap = tap;
        this.warehouse = warehouse;
        this.rows = AuditRows.begin(warehouse.store());
    }

    @Override
    public void line(String text) {
        Optional<ObjectNode> line = Lines.object(text);
        if (line.isEmpty()) {
            return;
        }
        String stream = line.get().path("stream").asText();
        Optional<String> skip = Lines.text(line.get().path("skip"));
        if (skip.isPresent()) {
            entries.add(AuditEntry.skip(tap, stream, METHOD, skip.get()));
            return;
        }
        try {
            take(stream, line.get());
        } catch (NotComparableException why) {
            entries.add(AuditEntry.skip(tap, stream, METHOD, why.getMessage()));
        }
    }

    @Override
    public List<AuditEntry> entries() {
        rows.finish();
        Comparison comparison = new Comparison(warehouse.store(), tap);
        List<AuditEntry> all = new ArrayList<>(entries);
        counted.forEach(one -> all.add(comparison.counted(one.terms(), one.totals(), one.changed())));
        return all;
    }

    private void take(String stream, ObjectNode line) throws NotComparableException {
        AuditTotals totals = totals(line);
        Declared declared = new Declared(
                stream,
                line.path("schema") instanceof ObjectNode schema ? schema : JsonNodeFactory.instance.objectNode(),
                Lines.texts(line.path("key_properties")),
                Lines.text(line.path("replication_key")),
                Lines.text(line.path("from")),
                Lines.text(line.path("before")),
                List.copyOf(totals.sums().keySet()));
        Optional<Terms> terms = warehouse.terms(declared);
        if (terms.isEmpty()) {
            entries.add(NoTable.entry(tap, METHOD, declared, warehouse.schema(), totals.rows()));
            return;
        }
        JsonNode changed = line.path("changed");
        for (JsonNode key : changed) {
            rows.add(stream, AuditedRow.changed(key(declared, terms.get(), key)));
        }
        counted.add(new Counted(terms.get(), totals, changed.size()));
    }

    /** A key of one field stands there as it is, a longer one as a list. */
    private static String key(Declared declared, Terms terms, JsonNode key) {
        List<String> values = key.isArray() ? Lines.texts(key) : List.of(key.asText());
        if (values.size() != declared.keys().size()) {
            throw new InputException("stream \"" + declared.stream() + "\": a key in \"changed\" has " + values.size()
                    + " values, and key_properties has " + declared.keys().size() + "; correct the tap");
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            row.put(declared.keys().get(i), values.get(i));
        }
        ObjectNode ruled = terms.rules().record(row);
        return Lines.key(declared.keys().stream()
                .map(field -> ruled.path(field).asText())
                .toList());
    }

    private static AuditTotals totals(ObjectNode line) {
        if (!line.path("rows").canConvertToLong()) {
            throw new InputException("a line of --audit has no \"rows\"; correct the tap");
        }
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        line.path("sums")
                .properties()
                .forEach(one -> Lines.number(one.getValue()).ifPresent(sum -> sums.put(one.getKey(), sum)));
        Optional<Instant> newest = Lines.text(line.path("newest")).map(CountReading::moment);
        return new AuditTotals(line.path("rows").asLong(), sums, newest);
    }

    private static Instant moment(String text) {
        try {
            return ReplicationValue.of(text, ReplicationKind.DATE_TIME).instant();
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    "a line of --audit has \"newest\" " + wrong.getMessage() + "; correct the tap", wrong);
        }
    }
}
