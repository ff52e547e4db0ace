package bizops.tap.salesforce.discover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One object as describe tells it. Immutable.
 *
 * @param keyPrefix the first three characters of its record ids; empty where not told
 * @param replicateable whether the getUpdated and getDeleted calls know the object
 * @param fields in the vendor's order, hidden ones left out
 */
public record ObjectDescription(
        String name, String keyPrefix, boolean queryable, boolean replicateable, List<FieldDescription> fields) {

    public ObjectDescription {
        fields = List.copyOf(fields);
    }

    /** The field of that name, ignoring case as SOQL does. */
    public Optional<FieldDescription> field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(fieldName.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether the object has a field of that name. */
    public boolean has(String fieldName) {
        return field(fieldName).isPresent();
    }
}
