package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object read one by one, wrong ones noted with what they must be. Knows after all reads which
 * members nobody asked for. Owned by one thread.
 */
final class JsonSettings {
    private final String file;
    private final JsonNode root;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    JsonSettings(String file, JsonNode root, Problems problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
    }

    Optional<String> text(String key) {
        JsonNode node = given(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            wrong(key, "must be a text", node);
            return Optional.empty();
        }
        return Optional.of(node.asText());
    }

    Optional<BigDecimal> number(String key, BigDecimal least, BigDecimal greatest) {
        JsonNode node = given(key);
        if (node == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = decimal(node);
        if (number.isEmpty()
                || number.get().compareTo(least) < 0
                || number.get().compareTo(greatest) > 0) {
            wrong(key, "must be a number from " + least.toPlainString() + " to " + greatest.toPlainString(), node);
            return Optional.empty();
        }
        return number;
    }

    int integer(String key, int fallback, int least, int greatest) {
        Optional<BigDecimal> number = number(key, BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));
        if (number.isEmpty()) {
            return fallback;
        }
        if (number.get().stripTrailingZeros().scale() > 0) {
            wrong(key, "must be a whole number", root.get(key));
            return fallback;
        }
        return number.get().intValueExact();
    }

    /** The texts of an array; a null in it is given as null. */
    List<@Nullable String> texts(String key, List<@Nullable String> fallback, boolean nullAllowed) {
        JsonNode node = given(key);
        if (node == null) {
            return fallback;
        }
        List<@Nullable String> texts = new ArrayList<>();
        boolean right = node.isArray();
        for (JsonNode item : node) {
            right &= item.isTextual() || (nullAllowed && item.isNull());
            texts.add(item.isNull() ? null : item.asText());
        }
        if (!right) {
            wrong(key, "must be a list of texts" + (nullAllowed ? " or null" : ""), node);
            return fallback;
        }
        return texts;
    }

    /** A member that must be an object. */
    Optional<JsonNode> object(String key) {
        JsonNode node = given(key);
        if (node != null && !node.isObject()) {
            wrong(key, "must be an object", node);
            return Optional.empty();
        }
        return Optional.ofNullable(node);
    }

    void wrong(String key, String must, @Nullable JsonNode found) {
        problems.add(file + ": '" + key + "' " + must + ", got " + found);
    }

    void refuseUnknown() {
        root.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                problems.add(file + ": unknown setting '" + name + "'" + Suggestion.hint(name, asked));
            }
        });
    }

    private @Nullable JsonNode given(String key) {
        asked.add(key);
        JsonNode node = root.get(key);
        return node == null || node.isNull() ? null : node;
    }

    static Optional<BigDecimal> decimal(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        if (!node.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(node.asText()));
        } catch (NumberFormatException notDecimal) {
            return Optional.empty();
        }
    }
}
