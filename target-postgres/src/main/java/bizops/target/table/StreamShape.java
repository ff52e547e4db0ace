package bizops.target.table;

import bizops.target.validate.LenientText.Holds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a SCHEMA message asks of a table. Immutable.
 *
 * @param properties in the schema's order, without the metadata columns
 * @param keys names of properties; empty where rows are only appended
 */
public record StreamShape(String stream, TableName table, List<Property> properties, List<String> keys) {
    public StreamShape {
        properties = List.copyOf(properties);
        keys = List.copyOf(keys);
    }

    /** Whether records replace rows of the same key. */
    public boolean upserts() {
        return !keys.isEmpty();
    }

    /** The place of a property; -1 if there is none of that name. */
    int indexOf(String property) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(property)) {
                return i;
            }
        }
        return -1;
    }

    /** What the column of each property holds, for the check of its texts. */
    public Map<String, Holds> holdings() {
        Map<String, Holds> holdings = new HashMap<>();
        properties.forEach(
                property -> holdings.put(property.name(), property.type().holds()));
        return holdings;
    }

    /** The same rows in another table. */
    public StreamShape in(TableName other) {
        return new StreamShape(stream, other, properties, keys);
    }

    /** The shape with the property at {@code index} of another type. */
    public StreamShape with(int index, ColumnType type) {
        List<Property> changed = new ArrayList<>(properties);
        changed.set(index, properties.get(index).as(type));
        return new StreamShape(stream, table, changed, keys);
    }
}
