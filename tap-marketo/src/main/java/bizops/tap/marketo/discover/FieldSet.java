package bizops.tap.marketo.discover;

import bizops.singer.catalog.StreamSchema;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.TypeChoices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of leads or program members, custom ones included, by REST name. Immutable. */
public final class FieldSet {
    private final Map<String, FieldDescription> fields;
    private final TypeChoices choices;

    FieldSet(List<FieldDescription> described, TypeChoices choices) {
        Map<String, FieldDescription> byName = new LinkedHashMap<>();
        described.forEach(field -> byName.putIfAbsent(field.name(), field));
        this.fields = byName;
        this.choices = choices;
    }

    public StreamSchema schema() {
        StreamSchema schema = StreamSchema.empty();
        for (FieldDescription field : fields.values()) {
            schema = schema.field(field.name(), field.schema(choices));
        }
        return schema;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The types by name. */
    public Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        fields.forEach((name, field) -> types.put(name, field.type(choices)));
        return types;
    }

    /** The fields among those names, in that order. */
    public List<String> known(List<String> names) {
        return names.stream().filter(fields::containsKey).toList();
    }
}
