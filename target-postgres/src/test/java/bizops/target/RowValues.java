package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.table.Property;
import bizops.target.table.StreamShape;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the fields of a row against the line that it was made from, read a second way: as a tree. */
final class RowValues {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern UNSTORABLE = Pattern.compile("\\x00|[\\ud800-\\udfff]");
    private static final String NULL = "\\N";

    private RowValues() {}

    /** Fails if what the intake made of the line is not what the line says. */
    static void check(byte[] line, LineIntake intake, boolean nullsBadValues) throws IOException {
        StreamShape shape = intake.shape();
        byte[] state = intake.state();
        if (shape == null && state == null) {
            return;
        }
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (NumberFormatException beyondEveryNumber) {
            return; // an exponent that no tree can hold
        }
        if (state != null) {
            assertThat(JSON.readTree(state)).isEqualTo(message.get("value"));
        }
        if (shape != null) {
            List<Property> properties = shape.properties();
            for (int i = 0; i < properties.size(); i++) {
                Property property = properties.get(i);
                JsonNode value = message.path("record").path(property.name());
                String field = intake.fields().get(i);
                boolean mayBeNull = nullsBadValues || intake.part();
                if (!(mayBeNull && field.equals(NULL))) {
                    check(property, value, field);
                }
            }
        }
    }

    private static void check(Property property, JsonNode value, String field) throws IOException {
        boolean noText = value.isTextual() && value.textValue().isEmpty() && !keepsEmpty(property);
        if (value.isMissingNode() || value.isNull() || noText) {
            assertThat(field).as(property.name()).isEqualTo(NULL);
            return;
        }
        String text = unescaped(field);
        switch (property.type().kind()) {
            case TEXT -> {
                if (value.isTextual()) {
                    assertThat(text).isEqualTo(storable(value.textValue()));
                } else if (value.isNumber()) {
                    assertThat(new BigDecimal(text)).isEqualByComparingTo(value.decimalValue());
                } else {
                    assertThat(text).isEqualTo(value.asText());
                }
            }
            case SMALLINT, INTEGER, BIGINT, NUMERIC -> {
                if (value.isTextual() && !Character.isDigit(text.charAt(text.length() - 1))) {
                    assertThat(text).isEqualTo(value.textValue()); // such as NaN
                } else {
                    BigDecimal number = value.isTextual() ? new BigDecimal(value.textValue()) : value.decimalValue();
                    assertThat(new BigDecimal(text)).isEqualByComparingTo(number);
                }
            }
            case BOOLEAN -> assertThat(text).isEqualTo(value.asText());
            case JSONB -> {
                JsonNode stored = JSON.readTree(text);
                if (sizes(stored) == sizes(value)) { // not where two names became the same
                    assertThat(stored).isEqualTo(storable(value));
                }
            }
            default -> assertThat(text).as(property.name()).isNotEmpty().isNotEqualTo(NULL);
        }
    }

    private static boolean keepsEmpty(Property property) {
        return switch (property.type().kind()) {
            case TEXT, JSONB, BYTEA -> true;
            default -> false;
        };
    }

    private static JsonNode storable(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(storable(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode result = JSON.createArrayNode();
            value.forEach(element -> result.add(storable(element)));
            return result;
        }
        if (value.isObject()) {
            ObjectNode result = JSON.createObjectNode();
            value.properties().forEach(entry -> result.set(storable(entry.getKey()), storable(entry.getValue())));
            return result;
        }
        return value;
    }

    /** The number of values in the tree. */
    private static int sizes(JsonNode value) {
        int sum = 1;
        for (JsonNode inner : value) {
            sum += sizes(inner);
        }
        return sum;
    }

    /** The text with what PostgreSQL cannot hold replaced. */
    private static String storable(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .map(c -> UNSTORABLE.matcher(Character.toString(c)).matches() ? 0xFFFD : c)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                c = switch (field.charAt(++i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '\\' -> '\\';
                    default -> throw new AssertionError("no escape of COPY: " + field);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
