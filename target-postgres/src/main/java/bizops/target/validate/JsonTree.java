package bizops.target.validate;

import bizops.singer.decode.MessageDecoder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Builds the objects that the judge takes, for schemas as for records: a number is made the same object however it is
 * written, for the judge holds 1.50 to be no 1.5.
 */
final class JsonTree {
    /** More digits than any numeric column takes. What is longer is whole or not, and larger than any limit. */
    private static final int LONGEST = 150_000;

    private static final BigInteger HUGE = BigInteger.TEN.pow(LONGEST);
    private static final BigDecimal TINY = new BigDecimal(BigInteger.ONE, LONGEST);

    private JsonTree() {}

    /** The object that a node holds. */
    static JSONObject of(ObjectNode node) {
        byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = MessageDecoder.parser(bytes, 0, bytes.length)) {
            parser.nextToken();
            return (JSONObject) read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

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

    /** The number as the judge knows it: Integer, Long, BigInteger or, if it is not whole, BigDecimal. */
    static Object number(String token) {
        try {
            return number(new BigDecimal(token));
        } catch (NumberFormatException exponentTooLong) {
            return beyondDecimals(token);
        }
    }

    private static Object number(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        if (value.scale() <= 0 && (long) value.precision() - value.scale() > LONGEST) {
            return value.signum() < 0 ? HUGE.negate() : HUGE;
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return plain;
        }
        BigInteger whole = plain.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    /** A number with an exponent that no BigDecimal holds: nought, or one that is huge or next to nought. */
    private static Object beyondDecimals(String token) {
        int exponent = Math.max(token.indexOf('e'), token.indexOf('E'));
        if (new BigDecimal(token.substring(0, exponent)).signum() == 0) {
            return 0;
        }
        boolean negative = token.charAt(0) == '-';
        if (token.charAt(exponent + 1) == '-') {
            return negative ? TINY.negate() : TINY;
        }
        return negative ? HUGE.negate() : HUGE;
    }
}
