package bizops.sandbox.salesforce.soql;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.SObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of the queried object or, over {@code hops}, of a row that it refers to.
 *
 * @param hops the reference fields on the way, in order; empty for a field of the object itself
 */
public record Column(List<Field> hops, Field field) {
    /** A version of a row with its type. */
    public record Found(SObject type, Map<String, Object> values) {}

    /** The column's name as a query writes it, such as {@code Owner.Name}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        hops.forEach(hop -> path.append(hop.relationship()).append('.'));
        return path.append(field.name()).toString();
    }

    /** The row that holds the field, seen from a row of the queried object; null where a reference is empty. */
    @Nullable
    Found owner(Org org, SObject type, Map<String, Object> values) {
        Found found = new Found(type, values);
        for (Field hop : hops) {
            Found next = follow(org, hop, found.values());
            if (next == null) {
                return null;
            }
            found = next;
        }
        return found;
    }

    /** The row that a reference field points to, or null. */
    public static @Nullable Found follow(Org org, Field reference, Map<String, Object> values) {
        if (!(values.get(reference.name()) instanceof String id)) {
            return null;
        }
        return reference.referenceTo().stream()
                .filter(target -> org.schema().object(target).isPresent())
                .map(target -> seen(org, target, id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Found seen(Org org, String object, String id) {
        Map<String, Object> values = org.table(object).seen(id, org.now());
        return values == null ? null : new Found(org.schema().get(object), values);
    }
}
