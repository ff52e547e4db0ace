package bizops.target.encode;

import bizops.target.validate.NodeCheck;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NodeCheck} for values that stand as bytes in the line. It passes nothing that the check itself would not, and
 * leaves what is not plain to it. Immutable.
 */
final class LaneCheck {
    private static final int MOST_LITERALS = 64;

    final boolean takesNull;
    final boolean takesText;
    final boolean takesWhole;
    final boolean takesAnyNumber;
    final boolean takesObject;
    final boolean takesArray;
    /** Whether neither length nor pattern nor a list of values limits a text. */
    final boolean anyText;

    final Map<String, LaneCheck> properties = new HashMap<>();
    final List<String> required;
    final boolean closed;
    final int leastItems;
    final int greatestItems;
    private final @Nullable LaneCheck items;

    private final boolean takesBoolean;
    private final boolean anyNumber;
    private final int leastLength;
    private final int greatestLength;
    private final @Nullable Set<String> literals;
    private final byte[][] texts;
    private final NodeCheck check;

    LaneCheck(NodeCheck check) {
        this.check = check;
        this.literals = check.literals();
        takesNull = check.acceptsNull();
        takesText = check.takesText();
        takesBoolean = check.takesBoolean();
        takesWhole = check.takesWhole();
        takesAnyNumber = check.takesWhole() && check.takesFraction();
        takesObject = check.takesObject() && literals == null;
        takesArray = check.takesArray() && literals == null;
        leastLength = check.leastLength();
        greatestLength = check.greatestLength();
        anyText = leastLength < 0 && greatestLength < 0 && literals == null && check.pattern() == null;
        anyNumber = check.least() == null && check.greatest() == null;
        texts = texts(literals);
        check.properties().forEach((name, property) -> properties.put(name, new LaneCheck(property)));
        required = check.required();
        closed = check.closed();
        items = check.items() == null ? null : new LaneCheck(check.items());
        leastItems = check.leastItems();
        greatestItems = check.greatestItems();
    }

    /** The check of an array's items; {@code anything} if there is none. */
    LaneCheck items(LaneCheck anything) {
        return items == null ? anything : items;
    }

    boolean passesBoolean(boolean value) {
        return takesBoolean && (literals == null || literals.contains(Boolean.toString(value)));
    }

    /** Whether a text needs no comparison with a list of values. */
    boolean limitsLengthOnly() {
        return literals == null;
    }

    /** Whether a text of so many characters passes that was put as COPY text into {@code bytes[from .. to)}. */
    boolean passesText(int characters, byte[] bytes, int from, int to) {
        if (anyText) {
            return takesText;
        }
        if (!takesText
                || check.pattern() != null
                || characters < leastLength
                || (greatestLength >= 0 && characters > greatestLength)) {
            return false;
        }
        if (literals == null) {
            return true;
        }
        for (byte[] text : texts) {
            if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the number {@code bytes[from .. to)} passes, {@code whole} if it is written without point and exponent. */
    boolean passesNumber(boolean whole, byte[] bytes, int from, int to) {
        if (literals != null || !(whole ? takesWhole : takesAnyNumber)) {
            return false;
        }
        if (anyNumber) {
            return true;
        }
        BigDecimal value = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        BigDecimal least = check.least();
        BigDecimal greatest = check.greatest();
        return (least == null || value.compareTo(least) >= (check.aboveLeast() ? 1 : 0))
                && (greatest == null || value.compareTo(greatest) <= (check.belowGreatest() ? -1 : 0));
    }

    /** The texts among the literals as COPY text; none if there are too many to look through. */
    private static byte[][] texts(@Nullable Set<String> literals) {
        if (literals == null || literals.size() > MOST_LITERALS) {
            return new byte[0][];
        }
        return literals.stream()
                .filter(literal -> literal.startsWith("\""))
                .map(literal -> {
                    RowBuffer row = new RowBuffer();
                    char[] characters = literal.toCharArray();
                    Characters.text(characters, 1, characters.length - 1, row);
                    return row.copy(0, row.length());
                })
                .toArray(byte[][]::new);
    }
}
