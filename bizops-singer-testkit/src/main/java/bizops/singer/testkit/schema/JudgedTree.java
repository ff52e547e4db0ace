package bizops.singer.testkit.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/** A record as the schema library wants it: whole numbers as integers, however they are written. */
final class JudgedTree {
    private static final int LONGEST = 1_000;

    private JudgedTree() {}

    static Object of(JsonNode value) {
        if (value.isObject()) {
            JSONObject object = new JSONObject();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.put(field.getKey(), of(field.getValue()));
            }
            return object;
        }
        if (value.isArray()) {
            JSONArray array = new JSONArray();
            value.forEach(item -> array.put(of(item)));
            return array;
        }
        if (value.isNumber()) {
            return value.isDouble()
                    ? BigDecimal.ZERO
                    : number(value.decimalValue()); // NaN: a rule of its own judges it
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isTextual() ? value.asText() : JSONObject.NULL;
    }

    private static Object number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 0 || plain.precision() - plain.scale() > LONGEST) {
            return value;
        }
        BigInteger whole = plain.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
