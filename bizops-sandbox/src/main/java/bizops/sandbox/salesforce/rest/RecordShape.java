package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.Column;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The selected fields as a tree: fields of the row itself, and shapes of the rows it refers to. */
final class RecordShape {
    private record Entry(Field field, @Nullable RecordShape below) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    static RecordShape of(List<Column> columns) {
        RecordShape shape = new RecordShape();
        columns.forEach(column -> shape.add(column.hops(), column.field()));
        return shape;
    }

    private void add(List<Field> hops, Field field) {
        if (hops.isEmpty()) {
            entries.put(field.name(), new Entry(field, null));
            return;
        }
        Field hop = hops.get(0);
        Entry entry = entries.computeIfAbsent(
                Objects.requireNonNull(hop.relationship()), key -> new Entry(hop, new RecordShape()));
        Objects.requireNonNull(entry.below()).add(hops.subList(1, hops.size()), field);
    }

    void write(JsonGenerator json, Org org, ValueJson writer, Column.Found row, String version) throws IOException {
        json.writeStartObject();
        attributes(json, row.type(), row.values(), version);
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            Entry entry = named.getValue();
            if (entry.below() == null) {
                field(json, writer, row, entry.field());
                continue;
            }
            json.writeFieldName(named.getKey());
            Column.Found target = Column.follow(org, entry.field(), row.values());
            if (target == null) {
                json.writeNull();
            } else {
                entry.below().write(json, org, writer, target, version);
            }
        }
        json.writeEndObject();
    }

    /** A row reached over a reference to several objects may be of a type that lacks the field. */
    private static void field(JsonGenerator json, ValueJson writer, Column.Found row, Field field) throws IOException {
        Field own = row.type().field(field.name()).orElse(null);
        if (own == null) {
            json.writeNullField(field.name());
        } else {
            writer.write(json, row.type(), own, row.values());
        }
    }

    private static void attributes(JsonGenerator json, SObject type, Map<String, Object> values, String version)
            throws IOException {
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", type.name());
        json.writeStringField("url", "/services/data/" + version + "/sobjects/" + type.name() + "/" + values.get("Id"));
        json.writeEndObject();
    }
}
