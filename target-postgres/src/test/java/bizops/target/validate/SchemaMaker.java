package bizops.target.validate;

import bizops.target.validate.Keywords.Place;
import bizops.target.validate.Oracle.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes schemas of one draft out of all its keywords, and remembers which stood where. What it makes lets no value in
 * that the column of its property would refuse for itself.
 */
final class SchemaMaker {
    /** What the values of a property are. */
    private enum Family {
        NUMBERS("integer", "number", "integer null", "null number", "number integer"),
        BOOLEANS("boolean", "null boolean"),
        TEXTS("string", "null string", "string integer", "string number null", "boolean string"),
        COMPOSITES("object", "array", "null object", "array null", "object string integer", "boolean number");

        private final String types;

        Family(String... types) {
            this.types = String.join("/", types);
        }

        List<String> types() {
            return List.of(types.split("/", -1));
        }
    }

    /** Keywords that decide the column of an untyped schema, or are only good alone. */
    private static final List<String> CHOOSERS =
            List.of("$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf", "format");

    private final Sample sample;
    private final int draft;
    private final Map<String, Integer> uses;
    private final Map<String, Kind> kinds = new HashMap<>();
    /** Only what is no definition refers to definitions, so that none turns in a circle. */
    private boolean mayRefer;
    /** Whether the schema is of the kind that most taps write. */
    private final boolean ordinary;

    /** @param uses counts each keyword under its draft and place */
    SchemaMaker(Sample sample, int draft, Map<String, Integer> uses) {
        this.sample = sample;
        this.draft = draft;
        this.uses = uses;
        this.ordinary = sample.chance(0.4);
    }

    /** What the properties hold whose schemas let no texts in. */
    Map<String, Kind> kinds() {
        return kinds;
    }

    ObjectNode root() {
        ObjectNode root = Sample.NODES.objectNode();
        if (sample.chance(0.85)) {
            set(root, Place.ROOT, "$schema", text("http://json-schema.org/draft-0" + draft + "/schema#"));
        }
        if (sample.chance(0.7)) {
            set(root, Place.ROOT, "type", text(sample.chance(0.97) ? "object" : "string"));
        }
        // What stands beside a reference does not count, so nothing may then be left to the properties' schemas.
        boolean refers = sample.chance(0.02);
        if (refers) {
            set(root, Place.ROOT, "$ref", text("#/definitions/RECORD"));
        }
        ObjectNode properties = Sample.NODES.objectNode();
        ObjectNode definitions = Sample.NODES.objectNode();
        for (Family family : Family.values()) {
            definitions.set(family.name(), typed(family, Place.NESTED, 2));
        }
        definitions.set("RECORD", Sample.NODES.objectNode().put("minProperties", sample.below(3)));
        mayRefer = true;
        for (String name : List.of("a", "b", "c")) {
            if (properties.isEmpty() || sample.chance(0.5)) {
                properties.set(name, refers ? Sample.NODES.objectNode() : property(name));
            }
        }
        if (sample.chance(0.1)) {
            properties.set("_sdc_own", Sample.NODES.objectNode().set("type", types("null string")));
        }
        set(root, Place.ROOT, "properties", properties);
        set(root, Place.ROOT, "definitions", definitions);
        int more = ordinary || sample.chance(0.5) ? 0 : 1 + sample.below(2);
        for (int i = 0; i < more; i++) {
            String keyword = sample.chance(0.6)
                    ? sample.one(List.of("required", "additionalProperties", "minProperties", "anyOf", "not", "oneOf"))
                    : scarce(Place.ROOT);
            if (!root.has(keyword)) {
                rootKeyword(root, keyword);
            }
        }
        if (root.path("required").isArray() && sample.chance(0.2)) {
            ((ArrayNode) root.path("required")).add("_sdc_other");
        }
        return root;
    }

    /** A keyword that did not stand there often, so that none is missing in the end. */
    private String scarce(Place place) {
        String scarce = sample.one(Keywords.of(draft));
        for (int i = 0; i < 3; i++) {
            String other = sample.one(Keywords.of(draft));
            if (uses(place, other) < uses(place, scarce)) {
                scarce = other;
            }
        }
        return scarce;
    }

    private int uses(Place place, String keyword) {
        return uses.getOrDefault(Keywords.use(draft, place, keyword), 0);
    }

    private void rootKeyword(ObjectNode root, String keyword) {
        switch (keyword) {
            case "$ref", "type", "$schema" -> {}
            case "enum", "const" -> {
                JsonNode record = Sample.NODES.objectNode().set("a", sample.scalar());
                set(root, Place.ROOT, keyword, keyword.equals("const") ? record : array(record, text("a")));
            }
            case "anyOf", "oneOf", "allOf" -> set(root, Place.ROOT, keyword, array(ofRecord(), ofRecord()));
            case "if", "then", "else" -> {
                for (String each : List.of("if", "then", "else")) {
                    set(root, Place.ROOT, each, ofRecord()); // one without the others says nothing
                }
            }
            case "not" -> set(root, Place.ROOT, keyword, ofRecord());
            case "required" -> set(root, Place.ROOT, keyword, array(text(sample.one(List.of("a", "b", "d")))));
            default -> keyword(root, Place.ROOT, keyword, 1, "a");
        }
    }

    /** A schema for a record as part of the whole one. */
    private ObjectNode ofRecord() {
        ObjectNode part = Sample.NODES.objectNode();
        String name = sample.one(List.of("a", "b", "d"));
        switch (sample.below(7)) {
            case 0, 1 -> part.set("required", array(text(name)));
            case 2 -> part.put("minProperties", sample.below(4));
            case 3 -> part.put("maxProperties", sample.below(4));
            case 4 -> part.set("type", types(sample.one(List.of("object", "null", "object null", "string null"))));
            case 5 -> part.set("properties", Sample.NODES.objectNode().set(name, part(Place.NESTED, 2)));
            default -> part.put("minLength", 1);
        }
        return part;
    }

    private JsonNode property(String name) {
        if (draft > 4 && sample.chance(0.02)) {
            return Sample.NODES.booleanNode(sample.chance(0.7));
        }
        if (sample.chance(0.08)) {
            return formatted();
        }
        Family family = sample.one(List.of(
                Family.NUMBERS,
                Family.NUMBERS,
                Family.BOOLEANS,
                Family.TEXTS,
                Family.TEXTS,
                Family.COMPOSITES,
                Family.COMPOSITES));
        kinds.put(
                name,
                switch (family) {
                    case NUMBERS -> Kind.NUMBER;
                    case BOOLEANS -> Kind.BOOLEAN;
                    default -> Kind.OTHER;
                });
        ObjectNode schema = of(family, Place.PROPERTY, 0);
        if (!schema.has("type") && sample.chance(0.1) && family == Family.COMPOSITES) {
            set(schema, Place.PROPERTY, "type", sample.chance(0.5) ? text("any") : Sample.NODES.arrayNode());
        }
        if (family == Family.COMPOSITES && !schema.has("$ref") && sample.chance(0.03)) {
            // No pattern of ours: the whole property is passed over, and its column takes anything.
            set(schema, Place.PROPERTY, "pattern", text("(?=a)"));
        }
        return schema;
    }

    /** A text in a column of its own type; the maker of records knows which texts such a column takes. */
    private ObjectNode formatted() {
        ObjectNode schema = Sample.NODES.objectNode();
        set(
                schema,
                Place.PROPERTY,
                "type",
                types(sample.one(Family.TEXTS.types().subList(0, 2))));
        set(schema, Place.PROPERTY, "format", text(sample.one(List.copyOf(RecordMaker.FORMATS.keySet()))));
        if (sample.chance(0.5)) {
            keyword(schema, Place.PROPERTY, sample.one(List.of("minLength", "maxLength", "pattern")), 0, "x");
        }
        return schema;
    }

    private ObjectNode of(Family family, Place place, int depth) {
        ObjectNode schema = Sample.NODES.objectNode();
        switch (ordinary ? (sample.chance(0.1) ? 0 : 10) : sample.below(mayRefer ? 20 : 19)) {
            case 19 -> {
                set(schema, place, "$ref", text("#/definitions/" + family));
                return schema;
            }
            case 0 ->
                set(schema, place, "anyOf", array(typed(family, place, depth + 1), orElse(family, place, depth + 1)));
            case 1 ->
                set(schema, place, "oneOf", array(typed(family, place, depth + 1), typed(family, place, depth + 1)));
            case 2 -> set(schema, place, "allOf", array(typed(family, place, depth + 1), constraint(place, depth)));
            case 3 -> set(schema, place, "enum", array(value(family), value(family)));
            case 4 ->
                set(schema, place, draft == 4 ? "enum" : "const", draft == 4 ? array(value(family)) : value(family));
            default -> {
                return typed(family, place, depth);
            }
        }
        if (sample.chance(0.4)) {
            addTo(schema, place, depth, false);
        }
        return schema;
    }

    /** The other branch of two: often null, which is how some taps write that a value may be missing. */
    private ObjectNode orElse(Family family, Place place, int depth) {
        return sample.chance(0.6) ? Sample.NODES.objectNode().put("type", "null") : typed(family, place, depth);
    }

    private JsonNode value(Family family) {
        return switch (family) {
            case NUMBERS -> sample.number();
            case BOOLEANS -> Sample.NODES.booleanNode(sample.chance(0.5));
            case TEXTS -> sample.text();
            case COMPOSITES -> array(sample.anything(1));
        };
    }

    private ObjectNode typed(Family family, Place place, int depth) {
        ObjectNode schema = Sample.NODES.objectNode();
        String names = sample.one(family.types());
        set(schema, place, "type", types(names));
        if (names.contains("null") || !sample.chance(0.05)) {
            schema.remove("nullable");
        } else {
            schema.put("nullable", true);
        }
        int more = sample.chance(0.3) ? 0 : 1 + sample.below(3);
        for (int i = 0; i < more; i++) {
            if (ordinary || sample.chance(0.6)) {
                fitting(schema, names, place, depth);
            } else {
                addTo(schema, place, depth, true);
            }
        }
        return schema;
    }

    /** Adds a keyword that says something about values of these types. */
    private void fitting(ObjectNode schema, String names, Place place, int depth) {
        String keyword = names.contains("object")
                ? sample.one(List.of("properties", "properties", "required", "additionalProperties", "maxProperties"))
                : names.contains("array")
                        ? sample.one(List.of("items", "items", "minItems", "maxItems", "uniqueItems"))
                        : names.contains("string")
                                ? sample.one(List.of("minLength", "maxLength", "pattern", "enum"))
                                : sample.one(List.of("minimum", "maximum", "exclusiveMinimum", "enum", "multipleOf"));
        keyword(schema, place, keyword, depth, sample.name());
    }

    private void addTo(ObjectNode schema, Place place, int depth, boolean typed) {
        String keyword = scarce(place);
        boolean unfit = keyword.equals("$ref") || keyword.equals("type") || (!typed && CHOOSERS.contains(keyword));
        if (!unfit) {
            keyword(schema, place, keyword, depth, sample.name());
        }
    }

    /** A part without a type of its own. */
    private ObjectNode constraint(Place place, int depth) {
        ObjectNode schema = Sample.NODES.objectNode();
        keyword(
                schema,
                place,
                sample.one(List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxProperties", "not")),
                depth,
                "x");
        return schema;
    }

    private JsonNode part(Place place, int depth) {
        if (draft > 4 && sample.chance(0.1)) {
            return Sample.NODES.booleanNode(sample.chance(0.7));
        }
        return !ordinary && (depth > 2 || sample.chance(0.2))
                ? constraint(place, depth)
                : of(sample.one(List.of(Family.values())), place, depth + 1);
    }

    private void keyword(ObjectNode schema, Place place, String keyword, int depth, String name) {
        if (depth > 3 || schema.has(keyword)) {
            return;
        }
        Place inner = place == Place.ITEMS ? Place.ITEMS : Place.NESTED;
        JsonNode value = switch (keyword) {
            case "$schema" -> text("http://json-schema.org/draft-0" + draft + "/schema#");
            case "id", "$id", "title", "description", "$comment" -> text("urn:" + sample.below(9));
            case "contentEncoding" -> text("base64");
            case "contentMediaType" -> text("text/plain");
            case "default", "examples", "const" ->
                keyword.equals("examples") ? array(sample.scalar()) : sample.scalar();
            case "multipleOf" -> Sample.NODES.numberNode(2);
            case "maximum", "minimum" -> sample.number();
            case "exclusiveMaximum", "exclusiveMinimum" -> draft > 4 ? sample.number() : bool();
            case "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties" ->
                Sample.NODES.numberNode(sample.below(4));
            case "pattern" -> text(sample.one(List.of("^a", "b", "^[0-9]*$", "^.{1,3}$", "é|1")));
            case "uniqueItems", "readOnly", "writeOnly" -> bool();
            case "items" -> sample.chance(0.15) ? array(items(depth), items(depth)) : items(depth);
            case "additionalItems", "additionalProperties" -> sample.chance(0.5) ? bool() : part(inner, depth + 1);
            case "contains", "propertyNames", "not", "if", "then", "else" -> part(inner, depth + 1);
            case "required" -> sample.chance(0.1) ? bool() : array(text(name));
            case "definitions" -> Sample.NODES.objectNode().set("z", part(inner, 3));
            case "properties" -> properties(inner, depth);
            case "patternProperties" -> Sample.NODES.objectNode().set("^[a-x]", part(inner, depth + 1));
            case "dependencies" ->
                Sample.NODES.objectNode().set(name, sample.chance(0.5) ? array(text("y")) : part(inner, depth + 1));
            case "enum" -> array(sample.scalar(), sample.scalar(), sample.scalar(), sample.anything(2));
            case "format" -> text(sample.one(List.of("email", "uri", "int32", "x-unknown")));
            case "anyOf", "oneOf" -> array(part(inner, depth + 1), part(inner, depth + 1));
            case "allOf" -> array(constraint(inner, depth + 1), constraint(inner, depth + 1));
            default -> throw new IllegalStateException(keyword);
        };
        set(schema, place, keyword, value);
        if (keyword.equals("then") || keyword.equals("else")) {
            keyword(schema, place, "if", depth, name);
        }
        if (keyword.startsWith("exclusive") && value.isBoolean()) {
            keyword(schema, place, keyword.equals("exclusiveMaximum") ? "maximum" : "minimum", depth, name);
        }
    }

    private JsonNode items(int depth) {
        return of(sample.one(List.of(Family.values())), Place.ITEMS, depth + 1);
    }

    private ObjectNode properties(Place place, int depth) {
        ObjectNode properties = Sample.NODES.objectNode();
        for (int i = 1 + sample.below(2); i > 0; i--) {
            properties.set(sample.name(), part(place, depth + 1));
        }
        return properties;
    }

    private JsonNode bool() {
        return Sample.NODES.booleanNode(sample.chance(0.5));
    }

    private void set(ObjectNode schema, Place place, String keyword, JsonNode value) {
        schema.set(keyword, value);
        uses.merge(Keywords.use(draft, place, keyword), 1, Integer::sum);
    }

    /** Names of types, separated by blanks. */
    private static JsonNode types(String names) {
        String[] each = names.split(" ", -1);
        if (each.length == 1) {
            return text(names);
        }
        ArrayNode array = Sample.NODES.arrayNode();
        for (String name : each) {
            array.add(name);
        }
        return array;
    }

    private static JsonNode text(String text) {
        return Sample.NODES.textNode(text);
    }

    private static ArrayNode array(JsonNode... nodes) {
        return Sample.NODES.arrayNode().addAll(List.of(nodes));
    }
}
