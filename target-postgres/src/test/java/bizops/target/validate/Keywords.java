package bizops.target.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keywords of JSON Schema, by draft. */
final class Keywords {
    /** Where a keyword stands: in the whole, in a property's schema, deeper in it, or in the items of an array. */
    enum Place {
        ROOT,
        PROPERTY,
        NESTED,
        ITEMS
    }

    private static final List<String> EVERY_DRAFT = List.of(
            "$schema",
            "$ref",
            "title",
            "description",
            "default",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "additionalItems",
            "items",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "additionalProperties",
            "definitions",
            "properties",
            "patternProperties",
            "dependencies",
            "enum",
            "type",
            "format",
            "allOf",
            "anyOf",
            "oneOf",
            "not");

    /** The keywords of each draft. */
    static final Map<Integer, List<String>> KEYWORDS = Map.of(
            4, plus(EVERY_DRAFT, "id"),
            6, plus(EVERY_DRAFT, "$id", "const", "contains", "propertyNames", "examples"),
            7,
                    plus(
                            EVERY_DRAFT,
                            "$id",
                            "const",
                            "contains",
                            "propertyNames",
                            "examples",
                            "if",
                            "then",
                            "else",
                            "$comment",
                            "readOnly",
                            "writeOnly",
                            "contentEncoding",
                            "contentMediaType"));

    private Keywords() {}

    static List<String> of(int draft) {
        return KEYWORDS.getOrDefault(draft, EVERY_DRAFT);
    }

    /** How a keyword is counted. */
    static String use(int draft, Place place, String keyword) {
        return "draft " + draft + " " + place + " " + keyword;
    }

    private static List<String> plus(List<String> keywords, String... more) {
        List<String> all = new ArrayList<>(keywords);
        all.addAll(List.of(more));
        return all;
    }
}
