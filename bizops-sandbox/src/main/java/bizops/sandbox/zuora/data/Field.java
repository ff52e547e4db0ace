package bizops.sandbox.zuora.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object; immutable.
 *
 * @param length characters of a text, 0 for other types
 * @param exported whether describe gives it the context {@code export}
 * @param onlyAqua describe offers it, but object export refuses it
 * @param relationship the relationship whose row's id it holds, null for an ordinary field
 * @param values of a picklist
 */
public record Field(
        String name,
        FieldType type,
        int length,
        boolean exported,
        boolean onlyAqua,
        @Nullable String relationship,
        List<String> values) {

    /** The name under which rows hold the value. */
    public String key() {
        return relationship == null ? name : Relationship.key(relationship);
    }

    /** Whether a customer, or a managed package, made the field. */
    public boolean custom() {
        return name.contains("__");
    }

    /** As the user interface writes it: {@code Bill Cycle Day}. */
    public String label() {
        return name.replaceAll("__.*", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }
}
