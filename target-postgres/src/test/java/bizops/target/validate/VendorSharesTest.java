package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of the vendors hardly ever need the judge: the compiled checks decide what such schemas say. */
final class VendorSharesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECORDS = 50;

    private final Sample sample = new Sample(new Random(17));

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "zuora", "marketo"})
    void nineteenInTwentyAreDecidedWithoutTheJudge(String vendor) throws IOException {
        int records = 0;
        long judged = 0;
        int byLane = 0;
        for (Map.Entry<String, JsonNode> stream : schemas(vendor).properties()) {
            ObjectNode schema = (ObjectNode) stream.getValue();
            List<RecordCheck> checks = new ArrayList<>();
            Reading reading = new Reading(schema, List.of(), true, false, shape -> {
                RecordCheck check = RecordCheck.of(stream.getKey(), schema, shape.holdings());
                checks.add(check);
                return check;
            });
            for (int i = 0; i < RECORDS; i++, records++) {
                reading.read(Reading.line(object(schema).toString()));

                assertThat(reading.refusal()).as(stream.getKey()).isNull();
                byLane += reading.byLane() ? 1 : 0;
            }
            judged += checks.get(0).judged();
        }
        double compiled = 1 - (double) judged / records;
        System.out.printf("%s: %d records, compiled: %.3f, by the lane: %d%n", vendor, records, compiled, byLane);

        assertThat(records).isGreaterThan(200);
        assertThat(compiled).isGreaterThanOrEqualTo(0.95);
    }

    private static JsonNode schemas(String vendor) throws IOException {
        try (InputStream in =
                VendorSharesTest.class.getResourceAsStream("/bizops/target/vendors/" + vendor + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = Sample.NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            object.set(property.getKey(), value(property.getValue()));
        }
        return object;
    }

    private JsonNode value(JsonNode given) {
        JsonNode schema = given.path("anyOf").path(0).isMissingNode()
                ? given
                : given.path("anyOf").path(0);
        JsonNode type = schema.path("type");
        boolean nullable = type.isArray() && type.path(0).asText().equals("null");
        if (nullable && sample.chance(0.3)) {
            return Sample.NODES.nullNode();
        }
        return switch (type.isArray() ? type.path(nullable ? 1 : 0).asText() : type.asText()) {
            case "boolean" -> Sample.NODES.booleanNode(sample.chance(0.5));
            case "integer" -> Sample.NODES.numberNode(sample.below(1_000_000));
            case "number" -> Sample.NODES.numberNode(BigDecimal.valueOf(sample.below(1_000_000), 2));
            case "object" -> object(schema);
            case "array" -> {
                ArrayNode array = Sample.NODES.arrayNode();
                for (int i = sample.below(3); i > 0; i--) {
                    array.add(value(schema.path("items")));
                }
                yield array;
            }
            default -> text(schema);
        };
    }

    private JsonNode text(JsonNode schema) {
        List<String> texts = RecordMaker.FORMATS.get(schema.path("format").asText(""));
        if (texts != null) {
            return Sample.NODES.textNode(sample.one(texts));
        }
        String text = sample.text().asText();
        int most = schema.path("maxLength").asInt(text.length());
        return Sample.NODES.textNode(text.length() <= most ? text : "b");
    }
}
