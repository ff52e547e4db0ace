package bizops.target.validate;

import java.util.regex.Pattern;
import org.json.JSONObject;

/**
 * Texts that mean a value of another type where no text is expected: the empty text is null, and a JSON literal is what
 * it says. Nothing else is guessed.
 */
public final class LenientText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private LenientText() {}

    /** What a column holds, as far as it matters for a text that comes for it. */
    public enum Holds {
        /** Any text, the empty one included. */
        TEXTS,
        NUMBERS,
        BOOLEANS,
        /** Something else that no empty text can be, such as dates. */
        OTHERS
    }

    /** Whether the text is a number as JSON writes it. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What a schema is to judge instead of the text, for a column that holds such values. */
    static Object judged(Holds holds, String text) {
        if (holds == Holds.TEXTS) {
            return text;
        }
        if (text.isEmpty()) {
            return JSONObject.NULL;
        }
        if (holds == Holds.NUMBERS && isNumber(text)) {
            return JsonTree.number(text);
        }
        boolean isBoolean = text.equals("true") || text.equals("false");
        return holds == Holds.BOOLEANS && isBoolean ? (Object) Boolean.valueOf(text) : text;
    }
}
