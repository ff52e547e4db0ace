package bizops.target.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One schema compiled to a check on tokens. It may refuse what the judge would accept, which then decides; it never
 * accepts what the judge refuses. Immutable.
 *
 * @param types the value types let in
 * @param least the minimum; null if there is none
 * @param leastLength the least number of characters; negative if there is none
 * @param literals the only values let in, as {@code "text}, {@code true}, {@code false}, {@code null}; null for any
 * @param pattern what a text must hold; null if there is no such rule
 * @param required the names that an object must have
 * @param closed whether an object may only have the properties named
 * @param items the check of every item of an array
 * @param leastItems the least number of items; negative if there is none
 */
public record NodeCheck(
        int types,
        @Nullable BigDecimal least,
        boolean aboveLeast,
        @Nullable BigDecimal greatest,
        boolean belowGreatest,
        int leastLength,
        int greatestLength,
        @Nullable Set<String> literals,
        @Nullable Pattern pattern,
        Map<String, NodeCheck> properties,
        List<String> required,
        boolean closed,
        @Nullable NodeCheck items,
        int leastItems,
        int greatestItems) {

    /** Lets everything in. */
    public static final NodeCheck ANYTHING = new NodeCheck(
            ValueTypes.ANY, null, false, null, false, -1, -1, null, null, Map.of(), List.of(), false, null, -1, -1);

    /** Whether it lets texts in. */
    public boolean takesText() {
        return (types & ValueTypes.STRING) != 0;
    }

    public boolean takesBoolean() {
        return (types & ValueTypes.BOOLEAN) != 0;
    }

    /** Whether it lets whole numbers in, as far as the type goes. */
    public boolean takesWhole() {
        return (types & ValueTypes.INTEGER) != 0;
    }

    /** Whether it lets numbers with a fraction in, as far as the type goes. */
    public boolean takesFraction() {
        return (types & ValueTypes.FRACTION) != 0;
    }

    public boolean takesObject() {
        return (types & ValueTypes.OBJECT) != 0;
    }

    public boolean takesArray() {
        return (types & ValueTypes.ARRAY) != 0;
    }

    /** Whether the parser's current value passes, for an object or array without a look at what is inside. */
    public boolean accepts(JsonToken token, JsonParser parser) throws IOException {
        int type = ValueTypes.of(token, parser);
        if ((types & type) == 0) {
            return false;
        }
        if (literals != null && !literals.contains(literal(token, parser))) {
            return false;
        }
        return switch (token) {
            case VALUE_STRING ->
                acceptsLength(parser)
                        && (pattern == null || pattern.matcher(parser.getText()).find());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> acceptsSize(parser);
            default -> true;
        };
    }

    /** The same check, which lets null in as well. */
    NodeCheck orNull() {
        Set<String> values = literals == null ? null : new HashSet<>(literals);
        if (values != null) {
            values.add("null");
        }
        return new NodeCheck(
                types | ValueTypes.NULL,
                least,
                aboveLeast,
                greatest,
                belowGreatest,
                leastLength,
                greatestLength,
                values,
                pattern,
                properties,
                required,
                closed,
                items,
                leastItems,
                greatestItems);
    }

    /** Whether null passes. */
    public boolean acceptsNull() {
        return (types & ValueTypes.NULL) != 0 && (literals == null || literals.contains("null"));
    }

    private boolean acceptsLength(JsonParser parser) throws IOException {
        if (leastLength < 0 && greatestLength < 0) {
            return true;
        }
        int characters =
                Character.codePointCount(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        return characters >= leastLength && (greatestLength < 0 || characters <= greatestLength);
    }

    private boolean acceptsSize(JsonParser parser) throws IOException {
        if (least == null && greatest == null) {
            return true;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } catch (NumberFormatException exponentTooLong) {
            return false;
        }
        if (least != null && value.compareTo(least) < (aboveLeast ? 1 : 0)) {
            return false;
        }
        return greatest == null || value.compareTo(greatest) <= (belowGreatest ? -1 : 0);
    }

    private static String literal(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> '"' + parser.getText();
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> String.valueOf(token.asString());
            default -> ""; // a number, object or array is never among the literals
        };
    }
}
