package bizops.tap.zuora.discover;

import java.util.List;
import java.util.Optional;

/**
 * One object with everything of it that can be exported. Immutable.
 *
 * @param fields own fields and joined ids, in describe's order
 */
public record ObjectDescription(String name, List<FieldDescription> fields) {
    /** The key of every object. */
    public static final String ID = "Id";

    /** Stamps that a bookmark can follow, the best first. */
    private static final List<String> CURSORS = List.of("UpdatedDate", "TransactionDate", "UpdatedOn");

    public ObjectDescription {
        fields = List.copyOf(fields);
    }

    public Optional<FieldDescription> field(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }

    /** The field that says when a row changed; empty for objects that have none and are read whole. */
    public Optional<String> cursor() {
        return CURSORS.stream()
                .filter(name -> field(name)
                        .map(field -> field.kind() == FieldKind.DATETIME)
                        .orElse(false))
                .findFirst();
    }
}
