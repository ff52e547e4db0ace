package bizops.sandbox.salesforce.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One object type of the org. Immutable but for its custom fields, which {@link CustomFields} changes.
 *
 * @param fields by lower-case name, in describe order
 * @param flags {@code replicateable}, {@code undeletable}, {@code soft}, {@code merge}, {@code hidden}; see the schema file
 */
public record SObject(String name, String keyPrefix, String labelPlural, Set<String> flags, Map<String, Field> fields) {
    /** The field of that name, ignoring case as SOQL does. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName.toLowerCase(Locale.ROOT)));
    }

    /** The reference field behind a relationship name, ignoring case. */
    public Optional<Field> relationship(String relationshipName) {
        return fields.values().stream()
                .filter(field -> relationshipName.equalsIgnoreCase(field.relationship()))
                .findFirst();
    }

    public boolean has(String fieldName) {
        return field(fieldName).isPresent();
    }

    public boolean queryable() {
        return !flags.contains("hidden");
    }

    public boolean replicateable() {
        return flags.contains("replicateable");
    }

    /** Whether a user can take rows back out of the bin. */
    public boolean undeletable() {
        return flags.contains("undeletable");
    }

    /** Whether deleted rows stay readable for a while; otherwise a deletion removes the row at once. */
    public boolean hasBin() {
        return undeletable() || flags.contains("soft");
    }

    /** The parts of an address field. */
    public List<Field> parts(Field compound) {
        return fields.values().stream()
                .filter(field -> compound.name().equals(field.compound()))
                .toList();
    }
}
