package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.Relationship;
import org.jspecify.annotations.Nullable;

/** A field of the object, or of a related row. */
public record Column(@Nullable Relationship relationship, Field field) {
    /** Whether the object's own row is enough to answer: an own field, or just the related row's id. */
    boolean own() {
        return relationship == null || field.name().equals("Id");
    }

    /** The value of the column, null where there is none; a deleted row has lost its related rows. */
    public @Nullable Object value(Found found) {
        if (relationship == null) {
            return found.own().get(field.key());
        }
        if (found.deleted()) {
            return null;
        }
        if (field.name().equals("Id")) {
            return found.own().get(relationship.key());
        }
        var related = found.related().get(relationship.name());
        return related == null ? null : related.get(field.key());
    }

    /** The name of the column where related ids are columns too: {@code AccountId}. */
    public String flatName() {
        return (relationship == null ? "" : relationship.name()) + field.name();
    }

    /** The header of the column in a file about this object: {@code Account.Name}, {@code BillToContact.Id}. */
    public String header(String object) {
        return (relationship == null ? object : relationship.name()) + "." + field.name();
    }

    /** The header as the user interface says it: {@code Account: Bill Cycle Day}, {@code Bill To Contact: ID}. */
    public String label(String objectLabel) {
        String label = field.name().equals("Id") ? "ID" : field.label();
        return (relationship == null ? objectLabel : relationship.label()) + ": " + label;
    }
}
