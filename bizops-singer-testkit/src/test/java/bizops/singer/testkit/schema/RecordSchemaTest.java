package bizops.singer.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What good taps write is not held against them, whatever draft they had in mind. */
final class RecordSchemaTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': 'number', 'multipleOf': 1e-8}                      | 19.99",
                "{'type': ['null', 'string'], 'format': 'date-time'}         | '2024-05-01 10:00'",
                "{'type': 'any'}                                             | {'x': 1}",
                "{'type': []}                                                | 1",
                "{'type': 'number', 'minimum': 0, 'exclusiveMinimum': true}  | 0.5",
                "{'type': 'number', 'exclusiveMinimum': 0}                   | 0.5",
                "{'type': 'string', 'pattern': '^(?P<year>[0-9]+)$'}         | 'x'",
                "{'type': 'integer'}                                         | 1.0",
                "{'type': 'integer'}                                         | 123456789012345678901234567890",
                "{'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': ['null', 'string']}]} | null",
                "{'type': 'string', 'required': true}                        | ''"
            })
    void takesLegalWildSchemas(String property, String value) throws Exception {
        assertThat(RecordSchema.of(schema(property)).problem(json("{'a': " + value + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': ['null', 'number']}                               | 'x'  | expected type: Number, found: String",
                "{'type': 'integer'}                                        | 1.5  | expected type: Integer",
                "{'type': 'string'}                                         | null | expected type: String, found: Null",
                "{'type': 'number', 'minimum': 0, 'exclusiveMinimum': true} | 0    | not greater than 0",
                "{'type': 'number', 'exclusiveMinimum': 0}                  | 0    | greater than 0",
                "{'enum': ['a', 'b']}                                       | 'c'  | enum",
                "{'type': 'string', 'maxLength': 2}                         | 'abc' | maxLength",
                "{'type': 'object', 'properties': {'b': {'type': 'boolean'}}} | {'b': 1} | #/a/b"
            })
    void explainsWhatDoesNotFit(String property, String value, String reason) throws Exception {
        assertThat(RecordSchema.of(schema(property)).problem(json("{'a': " + value + "}")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("#/a", reason));
    }

    @Test
    void fetchesNothing() throws Exception {
        JsonNode remote = schema("{'$ref': 'https://schemas.invalid/lead.json'}");

        assertThatThrownBy(() -> RecordSchema.of(remote))
                .isInstanceOf(UnusableSchema.class)
                .hasMessageContaining("schemas.invalid");
    }

    private static JsonNode schema(String property) throws Exception {
        return json("{'type': 'object', 'properties': {'a': " + property + "}}");
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
