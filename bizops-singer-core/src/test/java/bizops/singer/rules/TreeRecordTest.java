package bizops.singer.rules;

import static bizops.singer.rules.Given.laid;
import static bizops.singer.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TreeRecordTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final StreamRules laid = laid(rules("""
            [{"stream": "s", "column": "email", "rule": "domain_only", "when": {"column": "c", "equals": 1}},
             {"stream": "s", "column": "gone", "rule": "drop"},
             {"stream": "s", "column": "home.street", "rule": "null"}]
            """), """
            {"type": "object", "properties": {
              "email": {"type": "string"}, "c": {"type": "number"}, "gone": {}, "n": {"type": "number", "maximum": 1.50},
              "home": {"type": "object", "properties": {"street": {"type": "string"}, "lat": {"type": "number"}}}}}
            """);

    @Test
    void changesTheFieldsOfItsRulesAndKeepsEveryDigitOfTheOthers() throws Exception {
        ObjectNode record = tree("{\"n\": 1.50, \"email\": \"a@b\", \"c\": 1.0, \"gone\": 1,"
                + " \"home\": {\"street\": \"x\", \"lat\": 12345678901234567890.10}, \"odd\": [1e400]}");

        assertThat(laid.record(record).toString())
                .isEqualTo("{\"n\":1.50,\"email\":\"b\",\"c\":1.0,"
                        + "\"home\":{\"street\":null,\"lat\":12345678901234567890.10},\"odd\":[1E+400]}");
    }

    @Test
    void leavesARecordWithoutTheseFieldsAsItIs() throws Exception {
        assertThat(laid.record(tree("{\"email\": \"a@b\"}")).toString()).isEqualTo("{\"email\":\"a@b\"}");
    }

    @Test
    void changesTheSchema() {
        assertThat(laid.schemaNode().at("/properties/n/maximum").toString()).isEqualTo("1.50");
        assertThat(laid.schemaNode().at("/properties/email").toString()).isEqualTo("{\"type\":[\"null\",\"string\"]}");
        assertThat(laid.schemaNode().at("/properties").has("gone")).isFalse();
    }

    private static ObjectNode tree(String json) throws Exception {
        return (ObjectNode) JSON.readTree(json);
    }
}
