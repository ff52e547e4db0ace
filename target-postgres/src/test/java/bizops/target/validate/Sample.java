package bizops.target.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Values at the edges of what schemas say, and JSON in every spelling that means the same. */
final class Sample {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("2"),
            new BigDecimal("3"),
            new BigDecimal("-3"),
            new BigDecimal("7"),
            new BigDecimal("7.5"),
            new BigDecimal("-0.25"),
            new BigDecimal("1000"),
            new BigDecimal("3.0000000000000001"),
            new BigDecimal("9007199254740993"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("123456789012345678901234567890"),
            new BigDecimal("1E400"),
            new BigDecimal("1E-30"));
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ab",
            "abc",
            "abcd",
            "é",
            "\uD83E\uDD84",
            "a\uD83E\uDD84\uD83E\uDD84",
            "0",
            "12",
            "7.50",
            "1e3",
            "01",
            "true",
            "false",
            "null",
            "a\"\\\n\t",
            "2024-01-31");

    private final Random random;

    Sample(Random random) {
        this.random = random;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    JsonNode number() {
        // Small numbers are likelier: they meet the limits of schemas.
        List<BigDecimal> from = chance(0.6) ? NUMBERS.subList(0, 8) : NUMBERS;
        return NODES.numberNode(one(from));
    }

    JsonNode whole() {
        JsonNode number = number();
        return number.decimalValue().stripTrailingZeros().scale() > 0 ? NODES.numberNode(below(9)) : number;
    }

    JsonNode text() {
        return NODES.textNode(one(TEXTS));
    }

    JsonNode scalar() {
        return switch (below(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance(0.5));
            case 2, 3, 4 -> number();
            default -> text();
        };
    }

    JsonNode anything(int depth) {
        return switch (below(depth > 2 ? 4 : 6)) {
            case 4 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = below(4); i > 0; i--) {
                    array.add(anything(depth + 1));
                }
                yield array;
            }
            case 5 -> {
                ObjectNode object = NODES.objectNode();
                for (int i = below(4); i > 0; i--) {
                    object.set(name(), anything(depth + 1));
                }
                yield object;
            }
            default -> scalar();
        };
    }

    /** A name of a nested property; few, so that records and schemas meet. */
    String name() {
        return one(List.of("x", "y", "zz", "é"));
    }

    /** The JSON text, numbers and characters in one of their spellings. */
    String spelled(JsonNode node) {
        StringBuilder text = new StringBuilder();
        spell(node, text);
        return text.toString();
    }

    private void spell(JsonNode node, StringBuilder out) {
        String separator = "";
        if (node.isObject()) {
            out.append('{');
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                out.append(separator);
                quoted(field.getKey(), 0, out);
                out.append(':');
                spell(field.getValue(), out);
                separator = ",";
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (JsonNode item : node) {
                out.append(separator);
                spell(item, out);
                separator = ",";
            }
            out.append(']');
        } else if (node.isTextual()) {
            quoted(node.asText(), 0.05, out);
        } else if (node.isNumber()) {
            out.append(spelled(node.decimalValue()));
        } else {
            out.append(node);
        }
    }

    private String spelled(BigDecimal value) {
        String usual = value.scale() >= 0 && value.scale() <= 40 ? value.toPlainString() : value.toString();
        return switch (below(8)) {
            case 0 -> value.signum() == 0 ? "-0" : value.stripTrailingZeros().toString();
            case 1 -> usual.contains("E") ? usual : value.scaleByPowerOfTen(-3).toPlainString() + "e3";
            case 2 -> usual.matches("-?[0-9]+") ? usual + ".0" : usual;
            case 3 -> usual.contains("E") ? usual.toLowerCase(Locale.ROOT) : usual + "e0";
            default -> usual;
        };
    }

    private void quoted(String text, double escapes, StringBuilder out) {
        out.append('"');
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || chance(escapes)) {
                for (char unit : Character.toChars(c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        out.append('"');
    }
}
