package bizops.target.encode;

import bizops.target.validate.NodeCheck;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a JSON value token by token into a jsonb column, holding each nested value to its check. Owned by the thread
 * that reads.
 */
final class JsonText {
    private static final int SURELY_FITS = 1000;

    private boolean valid = true;
    private boolean numbersFit = true;

    /** Starts a record: nothing is wrong yet. */
    void reset() {
        valid = true;
        numbersFit = true;
    }

    /** Whether every value since {@link #reset} passed its check. */
    boolean valid() {
        return valid;
    }

    /** Whether every number since {@link #reset} fits in the database. */
    boolean numbersFit() {
        return numbersFit;
    }

    /** Copies the parser's current value; the parser is left on its end. */
    void copy(JsonParser parser, JsonToken token, NodeCheck check, RowBuffer row) throws IOException {
        if (!check.accepts(token, parser)) {
            valid = false;
        }
        switch (token) {
            case START_OBJECT -> object(parser, check, row);
            case START_ARRAY -> array(parser, check, row);
            case VALUE_STRING ->
                Characters.json(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), row);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, row);
            default -> row.put(String.valueOf(token.asString()));
        }
    }

    private void object(JsonParser parser, NodeCheck check, RowBuffer row) throws IOException {
        List<String> required = check.required();
        BitSet seen = required.isEmpty() ? null : new BitSet(required.size());
        row.put('{');
        boolean first = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (!first) {
                row.put(',');
            }
            first = false;
            String name = parser.currentName();
            char[] characters = name.toCharArray();
            Characters.json(characters, 0, characters.length, row);
            row.put(':');
            mark(seen, required, name);
            NodeCheck property = check.properties().get(name);
            if (property == null && check.closed()) {
                valid = false;
            }
            copy(parser, parser.nextToken(), property == null ? NodeCheck.ANYTHING : property, row);
        }
        row.put('}');
        if (seen != null && seen.cardinality() < required.size()) {
            valid = false;
        }
    }

    private static void mark(@Nullable BitSet seen, List<String> required, String name) {
        if (seen != null) {
            int index = required.indexOf(name);
            if (index >= 0) {
                seen.set(index);
            }
        }
    }

    private void array(JsonParser parser, NodeCheck check, RowBuffer row) throws IOException {
        NodeCheck items = check.items() == null ? NodeCheck.ANYTHING : check.items();
        row.put('[');
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count > 0) {
                row.put(',');
            }
            count++;
            copy(parser, parser.currentToken(), items, row);
        }
        row.put(']');
        if (count < check.leastItems() || (check.greatestItems() >= 0 && count > check.greatestItems())) {
            valid = false;
        }
    }

    private void number(JsonParser parser, JsonToken token, RowBuffer row) throws IOException {
        boolean surelyFits = token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() < SURELY_FITS;
        if (!surelyFits && !NumberText.fits(parser.getText())) {
            numbersFit = false;
        }
        row.put(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
}
