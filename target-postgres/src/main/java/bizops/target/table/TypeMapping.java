package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the column type for a property's schema. Collects first what values the schema lets in, then takes the
 * narrowest type that holds them all. Not thread-safe; made for one property.
 */
final class TypeMapping {
    private static final BigDecimal LEAST_BIGINT = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_BIGINT = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Set<Value> DATE_TIME_OR_TEXT = Set.of(Value.DATE_TIME, Value.TEXT);
    /** Schemas that nest deeper are taken as anything, which a recursive reference may well mean. */
    private static final int DEEPEST = 16;

    private enum Value {
        TEXT,
        DATE_TIME,
        DATE,
        TIME,
        UUID,
        BASE16,
        BASE64,
        DECIMAL,
        INTEGER,
        BIG_INTEGER,
        NUMBER,
        BOOLEAN,
        COMPOSITE,
        ANYTHING
    }

    private static final Set<Value> NUMBERS = EnumSet.of(Value.DECIMAL, Value.INTEGER, Value.BIG_INTEGER, Value.NUMBER);

    private final References references;
    private final boolean bytes;
    private final Set<Value> values = EnumSet.noneOf(Value.class);
    private final Decimals decimals = new Decimals();
    private boolean onlyNull;

    private TypeMapping(References references, boolean bytes) {
        this.references = references;
        this.bytes = bytes;
    }

    /**
     * The column for a property.
     *
     * @param root the whole schema, for its local references
     * @param bytes whether texts that encode bytes become bytea
     * @param where such as {@code line 3, stream "lead"}, for warnings
     */
    static Property property(String name, JsonNode schema, JsonNode root, boolean bytes, String where) {
        References references = new References(root);
        Optional<ColumnType> chosen = ChosenType.of(references.follow(schema), name, where);
        if (chosen.isPresent()) {
            return Property.plain(name, chosen.get());
        }
        TypeMapping mapping = new TypeMapping(references, bytes);
        mapping.collect(schema, 0);
        return new Property(name, mapping.type(), mapping.form());
    }

    private Property.Form form() {
        if (values.equals(DATE_TIME_OR_TEXT)) {
            return Property.Form.MAYBE_TEXT;
        }
        if (values.size() > 1) {
            return Property.Form.PLAIN;
        }
        return values.contains(Value.BASE16)
                ? Property.Form.BASE16
                : values.contains(Value.BASE64) ? Property.Form.BASE64 : Property.Form.PLAIN;
    }

    private ColumnType type() {
        if (values.isEmpty()) {
            return onlyNull ? ColumnType.TEXT : ColumnType.JSONB;
        }
        if (values.contains(Value.ANYTHING) || values.contains(Value.COMPOSITE)) {
            return ColumnType.JSONB;
        }
        if (values.size() == 1) {
            return single(values.iterator().next());
        }
        if (NUMBERS.containsAll(values)) {
            return ColumnType.NUMERIC;
        }
        if (values.equals(DATE_TIME_OR_TEXT) || values.equals(EnumSet.of(Value.DATE, Value.DATE_TIME))) {
            return ColumnType.TIMESTAMPTZ;
        }
        boolean textual = values.stream().anyMatch(value -> !NUMBERS.contains(value) && value != Value.BOOLEAN);
        return textual ? ColumnType.TEXT : ColumnType.JSONB;
    }

    private ColumnType single(Value value) {
        return switch (value) {
            case TEXT -> ColumnType.TEXT;
            case DATE_TIME -> ColumnType.TIMESTAMPTZ;
            case DATE -> ColumnType.DATE;
            case TIME -> ColumnType.TIME;
            case UUID -> ColumnType.UUID;
            case BASE16, BASE64 -> ColumnType.BYTEA;
            case DECIMAL -> decimals.type();
            case INTEGER -> ColumnType.BIGINT;
            case BIG_INTEGER, NUMBER -> ColumnType.NUMERIC;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case COMPOSITE, ANYTHING -> ColumnType.JSONB;
        };
    }

    private void collect(JsonNode given, int depth) {
        JsonNode node = SchemaMerge.merged(references.follow(given), references);
        if (!node.isObject() || depth > DEEPEST) {
            values.add(Value.ANYTHING);
            return;
        }
        JsonNode type = node.path("type");
        if (type.isTextual()) {
            named(type.asText(), node);
        } else if (type.isArray() && !type.isEmpty()) {
            type.forEach(name -> named(name.asText(), node));
        } else if (type.isMissingNode()) {
            untyped(node, depth);
        } else {
            values.add(Value.ANYTHING);
        }
    }

    private void untyped(JsonNode node, int depth) {
        for (String keyword : new String[] {"anyOf", "oneOf"}) {
            if (node.path(keyword).isArray() && !node.path(keyword).isEmpty()) {
                node.path(keyword).forEach(branch -> collect(branch, depth + 1));
                return;
            }
        }
        if (node.path("enum").isArray() && !node.path("enum").isEmpty()) {
            constants(node.path("enum"));
        } else if (node.has("const")) {
            constants(List.of(node.path("const")));
        } else {
            values.add(Value.ANYTHING);
        }
    }

    /** Values of one kind have its type; a mixture keeps its kinds apart in jsonb. */
    private void constants(Iterable<JsonNode> constants) {
        Set<Value> kinds = EnumSet.noneOf(Value.class);
        for (JsonNode value : constants) {
            switch (value.getNodeType()) {
                case STRING -> kinds.add(Value.TEXT);
                case BOOLEAN -> kinds.add(Value.BOOLEAN);
                case NUMBER -> kinds.add(number(value));
                case NULL -> onlyNull = true;
                default -> kinds.add(Value.COMPOSITE);
            }
        }
        values.addAll(kinds.size() == 1 || NUMBERS.containsAll(kinds) ? kinds : EnumSet.of(Value.ANYTHING));
    }

    private static Value number(JsonNode value) {
        if (!value.isIntegralNumber()) {
            return Value.NUMBER;
        }
        boolean fits = isIn(value, LEAST_BIGINT, GREATEST_BIGINT);
        return fits ? Value.INTEGER : Value.BIG_INTEGER;
    }

    private void named(String type, JsonNode node) {
        switch (type) {
            case "null" -> onlyNull = true;
            case "string" -> values.add(text(node));
            case "integer" -> values.add(integer(node));
            case "number" -> values.add(Value.NUMBER);
            case "boolean" -> values.add(Value.BOOLEAN);
            case "object", "array" -> values.add(Value.COMPOSITE);
            default -> values.add(Value.ANYTHING);
        }
    }

    private Value text(JsonNode node) {
        if (bytes) {
            switch (node.path("contentEncoding").asText("").toLowerCase(Locale.ROOT)) {
                case "base16" -> {
                    return Value.BASE16;
                }
                case "base64" -> {
                    return Value.BASE64;
                }
                default -> {}
            }
        }
        return switch (node.path("format").asText("")) {
            case "date-time" -> Value.DATE_TIME;
            case "date" -> Value.DATE;
            case "time" -> Value.TIME;
            case "uuid" -> Value.UUID;
            // Taps that read binary columns of databases write this format for hexadecimal digits.
            case "binary" -> bytes ? Value.BASE16 : Value.TEXT;
            case "singer.decimal", "x-singer.decimal" -> {
                decimals.add(node);
                yield Value.DECIMAL;
            }
            default -> Value.TEXT;
        };
    }

    private static Value integer(JsonNode node) {
        boolean fits = isIn(node.path("minimum"), LEAST_BIGINT, null)
                && isIn(node.path("maximum"), null, GREATEST_BIGINT)
                && isIn(node.path("exclusiveMinimum"), LEAST_BIGINT.subtract(BigDecimal.ONE), null)
                && isIn(node.path("exclusiveMaximum"), null, GREATEST_BIGINT.add(BigDecimal.ONE))
                && isIn(node.path("const"), LEAST_BIGINT, GREATEST_BIGINT);
        for (JsonNode value : node.path("enum")) {
            fits &= isIn(value, LEAST_BIGINT, GREATEST_BIGINT);
        }
        return fits ? Value.INTEGER : Value.BIG_INTEGER;
    }

    /** Whether a number lies between the two, either of which may be missing; what is no number does not count. */
    private static boolean isIn(JsonNode value, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        return !value.isNumber()
                || ((least == null || value.decimalValue().compareTo(least) >= 0)
                        && (greatest == null || value.decimalValue().compareTo(greatest) <= 0));
    }
}
