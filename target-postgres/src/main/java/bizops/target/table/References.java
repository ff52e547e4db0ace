package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Follows the local {@code $ref}s of one schema document. Immutable. */
public final class References {
    /** A longer chain leads nowhere that anybody meant. */
    private static final int LONGEST_CHAIN = 1000;

    private final JsonNode root;

    /** @param root the document */
    public References(JsonNode root) {
        this.root = root;
    }

    /** The node itself, or the one that its references end at; missing if they turn in a circle or lead nowhere. */
    public JsonNode follow(JsonNode node) {
        Set<String> seen = new HashSet<>();
        JsonNode current = node;
        while (current.path("$ref").isTextual()) {
            String reference = current.path("$ref").asText();
            if (!reference.startsWith("#") || !seen.add(reference) || seen.size() > LONGEST_CHAIN) {
                return MissingNode.getInstance();
            }
            current = fragment(reference.substring(1));
        }
        return current;
    }

    private JsonNode fragment(String fragment) {
        if (fragment.isEmpty()) {
            return root;
        }
        return fragment.startsWith("/") ? root.at(decoded(fragment)) : anchor(root, fragment);
    }

    /** A pointer stands in a URI, where a space or an accent is written in hexadecimal digits. */
    private static String decoded(String pointer) {
        try {
            return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return pointer;
        }
    }

    /** The schema that calls itself so: by {@code $anchor}, or by an id that is only a fragment. */
    private static JsonNode anchor(JsonNode node, String name) {
        if (node.path("$anchor").asText("").equals(name)
                || node.path("$id").asText("").equals("#" + name)
                || node.path("id").asText("").equals("#" + name)) {
            return node;
        }
        for (JsonNode child : node) {
            JsonNode found = anchor(child, name);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }
}
