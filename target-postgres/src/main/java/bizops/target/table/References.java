package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Set;

/** Follows the local {@code $ref}s of one schema document. Immutable. */
final class References {
    private final JsonNode root;

    References(JsonNode root) {
        this.root = root;
    }

    /** The node itself, or the one that its references end at; missing if they turn in a circle or lead nowhere. */
    JsonNode follow(JsonNode node) {
        Set<String> seen = new HashSet<>();
        JsonNode current = node;
        while (current.path("$ref").isTextual()) {
            String reference = current.path("$ref").asText();
            if (!reference.startsWith("#") || !seen.add(reference)) {
                return MissingNode.getInstance();
            }
            current = reference.equals("#") ? root : root.at(reference.substring(1));
        }
        return current;
    }
}
