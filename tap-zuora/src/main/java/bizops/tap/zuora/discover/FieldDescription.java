package bizops.tap.zuora.discover;

import java.util.Optional;

/**
 * One column of an object: a field of its own, or the id of a related object. Immutable.
 *
 * @param name as records and the catalog call it: {@code Balance}, {@code BillToContactId}
 * @param type as describe gives it; unknown ones are read as text
 * @param joined the relation whose {@code Id} this is, empty for an own field
 */
public record FieldDescription(String name, String type, Optional<String> joined) {
    /** A field of the object itself. */
    public static FieldDescription own(String name, String type) {
        return new FieldDescription(name, type, Optional.empty());
    }

    /** The id of the related object. */
    public static FieldDescription join(String relation) {
        return new FieldDescription(relation + "Id", "text", Optional.of(relation));
    }

    public FieldKind kind() {
        return FieldKind.of(type).orElse(FieldKind.TEXT);
    }

    /** As Export ZOQL calls it: {@code Balance}, {@code BillToContact.Id}. */
    public String queryName() {
        return joined.map(relation -> relation + ".Id").orElse(name);
    }
}
