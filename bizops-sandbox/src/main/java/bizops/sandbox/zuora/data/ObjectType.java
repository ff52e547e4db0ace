package bizops.sandbox.zuora.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One object of the tenant. Immutable but for its custom fields, which {@link CustomFields} changes.
 *
 * @param fields by lower-case name, in describe order
 * @param relationships by lower-case name, in describe order
 * @param flags {@code nodeletes}, {@code off}; see the schema file
 */
public record ObjectType(
        String name,
        String label,
        Set<String> flags,
        Map<String, Field> fields,
        Map<String, Relationship> relationships) {

    /** The field of that name, ignoring case as queries do. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName.toLowerCase(Locale.ROOT)));
    }

    public Optional<Relationship> relationship(String relationshipName) {
        return Optional.ofNullable(relationships.get(relationshipName.toLowerCase(Locale.ROOT)));
    }

    public boolean has(String fieldName) {
        return field(fieldName).isPresent();
    }

    /** Whether an export can report this object's deleted rows. */
    public boolean reportsDeletes() {
        return !flags.contains("nodeletes");
    }

    /** Whether every tenant has the object; otherwise a feature brings it. */
    public boolean usual() {
        return !flags.contains("off");
    }
}
