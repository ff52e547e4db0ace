package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditRows;
import bizops.cli.store.AuditedRow;
import bizops.cli.store.AuditedRow.Place;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of one stream. Owned by one thread. */
final class StreamReading {
    private final String tap;
    private final Warehouse warehouse;
    private final Declared declared;
    private final Bounds bounds;
    private Optional<Terms> terms = Optional.empty();
    private String skip = "";
    private long records;

    StreamReading(String tap, Warehouse warehouse, Declared declared, Bounds bounds) {
        this.tap = tap;
        this.warehouse = warehouse;
        this.declared = declared;
        this.bounds = bounds;
        try {
            terms = warehouse.terms(declared);
        } catch (NotComparableException why) {
            skip = why.getMessage();
        }
    }

    void take(ObjectNode record, AuditRows rows) {
        records++;
        if (terms.isEmpty()) {
            return;
        }
        Place place = bounds.place(record);
        Optional<Instant> stamp = isDated() ? bounds.stamp(record).map(ReplicationValue::instant) : Optional.empty();
        ObjectNode ruled = terms.get().rules().record(record);
        List<String> key = declared.keys().stream()
                .map(field -> ruled.path(field).asText())
                .toList();
        rows.add(declared.stream(), new AuditedRow(Lines.key(key), place, numbers(terms.get(), ruled), stamp));
    }

    AuditEntry entry(Comparison comparison) {
        if (!skip.isEmpty()) {
            return AuditEntry.skip(tap, declared.stream(), RecordReading.METHOD, skip);
        }
        return terms.map(comparison::read)
                .orElseGet(() -> NoTable.entry(tap, RecordReading.METHOD, declared, warehouse.schema(), records));
    }

    private boolean isDated() {
        return bounds.kind() == ReplicationKind.DATE_TIME || bounds.kind() == ReplicationKind.DATE;
    }

    private static String numbers(Terms terms, ObjectNode record) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (String field : terms.scope().numbers()) {
            numbers.add(Lines.number(record.path(field)).orElse(null));
        }
        return numbers.toString();
    }
}
