package bizops.sandbox.salesforce.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object; immutable.
 *
 * @param length characters of a text, 0 for other types
 * @param precision digits in all of a number
 * @param scale digits after the point
 * @param required never null
 * @param calculated computed when read: a change of it does not restamp the row
 * @param cascade deleting the referred row deletes this row too
 * @param relationship the name under which a query reaches the referred row
 * @param compound the address that this field is a part of
 */
public record Field(
        String name,
        FieldType type,
        int length,
        int precision,
        int scale,
        boolean required,
        boolean calculated,
        boolean cascade,
        List<String> referenceTo,
        @Nullable String relationship,
        @Nullable String compound,
        List<String> values) {

    private static final int LONGEST_FILTERABLE = 255;

    /** The same field by another name. */
    Field named(String newName) {
        return new Field(
                newName,
                type,
                length,
                precision,
                scale,
                required,
                calculated,
                cascade,
                referenceTo,
                relationship,
                compound,
                values);
    }

    /** Whether a customer made the field. */
    public boolean custom() {
        return name.endsWith("__c");
    }

    /** Long text and addresses can neither be filtered nor sorted. */
    public boolean filterable() {
        return type != FieldType.ADDRESS && !(type == FieldType.TEXTAREA && length > LONGEST_FILTERABLE);
    }

    /** Whether ORDER BY takes the field. */
    public boolean sortable() {
        return filterable() && type != FieldType.ANYTYPE;
    }
}
