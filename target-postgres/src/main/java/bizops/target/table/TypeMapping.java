package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides the column type for a property's schema. Collects first what values the schema lets in, then takes the
 * narrowest type that holds them all. Not thread-safe; made for one property.
 */
final class TypeMapping {
    private static final BigDecimal LEAST_BIGINT = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_BIGINT = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Pattern CHOSEN_TYPE =
            Pattern.compile("smallint|integer|bigint|text|jsonb|numeric|numeric\\(\\d{1,4},\\d{1,4}\\)");
    /** Schemas that nest deeper are taken as anything, which a recursive reference may well mean. */
    private static final int DEEPEST = 16;

    private enum Value {
        TEXT,
        DATE_TIME,
        DATE,
        TIME,
        UUID,
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
    private final Set<Value> values = EnumSet.noneOf(Value.class);
    private @Nullable ColumnType decimal;
    private boolean onlyNull;

    private TypeMapping(References references) {
        this.references = references;
    }

    /**
     * The column for a property.
     *
     * @param root the whole schema, for its local references
     */
    static Property property(String name, JsonNode schema, JsonNode root) {
        String chosen = schema.path("x-sql-datatype")
                .asText("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        if (CHOSEN_TYPE.matcher(chosen).matches()) {
            return new Property(name, ColumnType.named(chosen), false);
        }
        TypeMapping mapping = new TypeMapping(new References(root));
        mapping.collect(schema, 0);
        Set<Value> values = mapping.values;
        if (values.equals(EnumSet.of(Value.DATE_TIME, Value.TEXT))) {
            return new Property(name, ColumnType.TIMESTAMPTZ, true);
        }
        return new Property(name, mapping.type(), false);
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
        if (values.equals(EnumSet.of(Value.DATE, Value.DATE_TIME))) {
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
            case DECIMAL -> decimal == null ? ColumnType.NUMERIC : decimal;
            case INTEGER -> ColumnType.BIGINT;
            case BIG_INTEGER, NUMBER -> ColumnType.NUMERIC;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case COMPOSITE, ANYTHING -> ColumnType.JSONB;
        };
    }

    private void collect(JsonNode given, int depth) {
        JsonNode node = references.follow(given);
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
        if (node.path("allOf").isArray()) {
            merge(node.path("allOf"), depth);
        } else if (node.path("enum").isArray() && !node.path("enum").isEmpty()) {
            node.path("enum").forEach(this::constant);
        } else if (node.has("const")) {
            constant(node.path("const"));
        } else {
            values.add(Value.ANYTHING);
        }
    }

    /** Of several schemas that all hold, the last that says a type decides. */
    private void merge(JsonNode all, int depth) {
        for (int i = all.size() - 1; i >= 0; i--) {
            JsonNode part = references.follow(all.get(i));
            if (part.has("type") || part.has("anyOf") || part.has("oneOf") || part.has("allOf")) {
                collect(part, depth + 1);
                return;
            }
        }
        values.add(Value.ANYTHING);
    }

    private void constant(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> values.add(Value.TEXT);
            case BOOLEAN -> values.add(Value.BOOLEAN);
            case NUMBER -> values.add(value.isIntegralNumber() ? Value.INTEGER : Value.NUMBER);
            case NULL -> onlyNull = true;
            default -> values.add(Value.COMPOSITE);
        }
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
        return switch (node.path("format").asText("")) {
            case "date-time" -> Value.DATE_TIME;
            case "date" -> Value.DATE;
            case "time" -> Value.TIME;
            case "uuid" -> Value.UUID;
            case "singer.decimal", "x-singer.decimal" -> decimal(node);
            default -> Value.TEXT;
        };
    }

    private Value decimal(JsonNode node) {
        int precision = node.path("precision").asInt(0);
        int scale = node.path("scale").asInt(-1);
        if (precision > 0 && precision <= 1000 && scale >= 0 && scale <= precision) {
            decimal = ColumnType.decimal(precision, scale);
        }
        return Value.DECIMAL;
    }

    private static Value integer(JsonNode node) {
        boolean fits = (!node.path("minimum").isNumber()
                        || node.path("minimum").decimalValue().compareTo(LEAST_BIGINT) >= 0)
                && (!node.path("maximum").isNumber()
                        || node.path("maximum").decimalValue().compareTo(GREATEST_BIGINT) <= 0);
        return fits ? Value.INTEGER : Value.BIG_INTEGER;
    }
}
