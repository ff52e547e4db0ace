package bizops.tap.salesforce.discover;

import java.util.List;

/**
 * One field as describe tells it. Immutable. {@code nillable} is left out on purpose: it cannot be trusted.
 *
 * @param type the vendor's type name, such as {@code currency}
 * @param length characters of a text, 0 for other types
 * @param precision digits of a number in all, 0 where not told
 * @param scale digits after the point
 * @param compound the address or location that the field is a part of; empty for others
 * @param aggregatable whether aggregate functions take the field
 * @param calculated a formula or roll-up: it changes without touching the row's stamp
 */
public record FieldDescription(
        String name,
        String type,
        FieldKind kind,
        int length,
        int precision,
        int scale,
        boolean filterable,
        boolean sortable,
        boolean aggregatable,
        boolean calculated,
        boolean hidden,
        List<String> referenceTo,
        String compound) {

    public FieldDescription {
        referenceTo = List.copyOf(referenceTo);
    }

    /** Whether the field's values can be read at all. */
    public boolean supported() {
        return kind != FieldKind.UNSUPPORTED && kind != FieldKind.BASE64;
    }

    /** Why the values cannot be read, for the catalog; empty when they can. */
    public String whyUnsupported() {
        return switch (kind) {
            case BASE64 -> "binary content: the API answers a path instead of the value";
            case UNSUPPORTED -> "fields of type '" + type + "' cannot be read";
            default -> "";
        };
    }
}
