package bizops.singer.rules;

import bizops.singer.json.Digits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of the JSON library to plain Java and back, with every digit. Stateless. */
final class JsonTrees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTrees() {}

    static Map<String, @Nullable Object> plain(ObjectNode node) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        node.properties().forEach(member -> object.put(member.getKey(), plain(member.getValue())));
        return object;
    }

    static @Nullable Object plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return plain(object);
        }
        if (node.isArray()) {
            List<@Nullable Object> array = new ArrayList<>();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        if (node.isNumber()) {
            return node.isBigDecimal() ? node.decimalValue() : (Object) node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }

    static ObjectNode object(Map<?, ?> object) {
        ObjectNode node = NODES.objectNode();
        object.forEach((name, value) -> node.set((String) name, node(value)));
        return node;
    }

    static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Map<?, ?> object) {
            return object(object);
        }
        if (value instanceof List<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof BigInteger integer) {
            return NODES.numberNode(integer);
        }
        if (value instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (value instanceof Digits digits) {
            return NODES.numberNode(digits.exact());
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number.doubleValue());
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        return NODES.textNode(value.toString());
    }
}
