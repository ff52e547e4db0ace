package bizops.target.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.json.JSONArray;
import org.json.JSONObject;

/** Builds the objects that the judge takes, whole numbers always as integers however they are written. */
final class JsonTree {
    /** Beyond this many digits a number written with an exponent is not spelled out. */
    private static final int LONGEST = 10_000;

    private JsonTree() {}

    /** The parser's current value; the parser is left on its end. */
    static Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                JSONObject object = new JSONObject();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, read(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                JSONArray array = new JSONArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.put(read(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> JSONObject.NULL;
            default -> number(parser.getText());
        };
    }

    /** A number whose exponent Java cannot hold is judged as a very large one; no column takes it anyway. */
    static Object number(String token) {
        try {
            return number(new BigDecimal(token));
        } catch (NumberFormatException exponentTooLong) {
            return new BigDecimal(Double.MAX_VALUE);
        }
    }

    /** The number as the judge knows it: Integer, Long, BigInteger or, if it is not whole, BigDecimal. */
    private static Object number(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        BigDecimal plain = value.stripTrailingZeros();
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
