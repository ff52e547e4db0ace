package bizops.cli.audit;

import bizops.singer.error.InputException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the JSON lines that a tap prints, numbers with every digit. Stateless. */
final class Lines {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Lines() {}

    /** The object of a line; empty for a blank one. */
    static Optional<ObjectNode> object(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                return Optional.of(object);
            }
        } catch (JsonProcessingException broken) {
            throw new InputException("the tap printed a line that is no JSON: " + broken.getOriginalMessage(), broken);
        }
        throw new InputException("the tap printed a line that is no JSON object; only those may be on standard output");
    }

    /** The texts of a list; empty where there is none. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** A text that is there and not null. */
    static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** A number, or a text that is one; empty for anything else. */
    static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return text(value).map(BigDecimal::new);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The values of a key as a JSON array of texts. */
    static String key(List<String> values) {
        ArrayNode key = JsonNodeFactory.instance.arrayNode();
        values.forEach(key::add);
        return key.toString();
    }
}
