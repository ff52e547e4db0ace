package bizops.target.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** JSON types as bits of an int, so that a set of types is one number. */
final class ValueTypes {
    static final int NULL = 1;
    static final int BOOLEAN = 2;
    static final int INTEGER = 4;
    static final int FRACTION = 8;
    static final int STRING = 16;
    static final int OBJECT = 32;
    static final int ARRAY = 64;
    static final int ANY = 127;

    /** Numbers with a point that are written longer are not looked at for being whole; the judge decides. */
    private static final int LONGEST = 400;

    private ValueTypes() {}

    /** The types that the keyword {@code type} lets in; all if it is not there. */
    static int of(@Nullable JsonNode type) {
        if (type == null) {
            return ANY;
        }
        if (type.isTextual()) {
            return named(type.asText());
        }
        int types = 0;
        for (JsonNode name : type) {
            types |= named(name.asText());
        }
        return types;
    }

    private static int named(String name) {
        return switch (name) {
            case "null" -> NULL;
            case "boolean" -> BOOLEAN;
            case "integer" -> INTEGER;
            case "number" -> INTEGER | FRACTION;
            case "string" -> STRING;
            case "object" -> OBJECT;
            case "array" -> ARRAY;
            default -> 0;
        };
    }

    /** The type of the parser's current value. */
    static int of(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_NULL -> NULL;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case VALUE_STRING -> STRING;
            case VALUE_NUMBER_INT -> INTEGER;
            case VALUE_NUMBER_FLOAT -> whole(parser.getText()) ? INTEGER : FRACTION;
            case START_OBJECT -> OBJECT;
            case START_ARRAY -> ARRAY;
            default -> 0;
        };
    }

    /** Whether the number is written with a point or exponent and whole all the same, as 1.0 and 1e3 are. */
    private static boolean whole(String number) {
        if (number.length() > LONGEST) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(number);
            return value.signum() == 0
                    || value.scale() <= 0
                    || value.stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException exponentTooLong) {
            return false;
        }
    }
}
