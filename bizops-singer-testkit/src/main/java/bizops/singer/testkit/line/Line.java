package bizops.singer.testkit.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A line that the program printed, and everything JSON about it. Immutable, by agreement: nobody changes the trees.
 *
 * @param run which run printed it, such as {@code sync}
 * @param number from 1
 * @param text its text; bytes that are no UTF-8 are replaced
 * @param utf8 whether all its bytes are UTF-8
 * @param values the JSON values on it, one after the other; empty if it is no JSON
 * @param problem what is wrong with it as JSON; empty if nothing is
 */
public record Line(String run, int number, String text, boolean utf8, List<JsonNode> values, Optional<String> problem) {

    /** Whether it holds objects and nothing else. */
    public boolean isObjects() {
        return !values.isEmpty() && values.stream().allMatch(ObjectNode.class::isInstance);
    }

    @Override
    public String toString() {
        return run + " line " + number + ": " + text;
    }
}
