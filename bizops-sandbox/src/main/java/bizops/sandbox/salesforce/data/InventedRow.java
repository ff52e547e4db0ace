package bizops.sandbox.salesforce.data;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A computed row as values by field; each is computed when asked for, so a filter costs only the fields it looks at. */
final class InventedRow extends AbstractMap<String, Object> {
    private final Map<String, InventedValue> fields;
    private final int index;

    InventedRow(Map<String, InventedValue> fields, int index) {
        this.fields = fields;
        this.index = index;
    }

    @Override
    public @Nullable Object get(@Nullable Object field) {
        InventedValue value = fields.get(field);
        return value == null ? null : value.at(index);
    }

    @Override
    public boolean containsKey(@Nullable Object field) {
        return get(field) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Object computed = value.at(index);
            if (computed != null) {
                all.put(name, computed);
            }
        });
        return all.entrySet();
    }
}
