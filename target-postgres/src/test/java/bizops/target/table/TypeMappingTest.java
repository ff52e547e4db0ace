package bizops.target.table;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.table.Property.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form of schema that taps write has the column type that holds all its values. */
final class TypeMappingTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String DEFINITIONS = """
            {"id":"#old","definitions":{
              "name":{"type":["null","string"]},
              "when":{"$ref":"#/definitions/a%20b~1c"},
              "a b/c":{"type":"string","format":"date-time"},
              "anchored":{"$id":"#day","type":"string","format":"date"},
              "newer":{"$anchor":"flag","type":"boolean"},
              "tree":{"type":"object","properties":{"child":{"$ref":"#/definitions/tree"}}},
              "any":{"anyOf":[{"type":"integer"},{"$ref":"#/definitions/any"}]},
              "circle":{"$ref":"#/definitions/circle"}},
             "$defs":{"id":{"type":"string","format":"uuid"}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # texts
        "type":"string"                                                                       | text
        "type":["null","string"]                                                              | text
        "type":"string","maxLength":10                                                        | text
        "type":"string","format":"date-time"                                                  | timestamp with time zone
        "type":["string","null"],"format":"date-time"                                         | timestamp with time zone
        "type":"string","format":"date"                                                       | date
        "type":"string","format":"time"                                                       | time without time zone
        "type":"string","format":"duration"                                                   | text
        "type":"string","format":"uuid"                                                       | uuid
        "type":"string","format":"email"                                                      | text
        "type":"string","format":"ipv4"                                                       | text
        "type":"string","format":"byte"                                                       | text
        "type":"string","format":"binary"                                                     | text
        "type":"string","contentEncoding":"base16"                                            | text
        "type":"string","contentEncoding":"base64"                                            | text
        "type":"string","format":"no such format"                                             | text
        # numbers
        "type":"integer"                                                                      | bigint
        "type":"integer","minimum":0,"maximum":5                                              | bigint
        "type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807         | bigint
        "type":"integer","minimum":-9223372036854775809                                       | numeric
        "type":"integer","maximum":9223372036854775808                                        | numeric
        "type":"integer","maximum":18446744073709551615                                       | numeric
        "type":"integer","exclusiveMaximum":9223372036854775808                               | bigint
        "type":"integer","exclusiveMaximum":9223372036854775809                               | numeric
        "type":"integer","exclusiveMaximum":true                                              | bigint
        "type":"integer","enum":[1,9223372036854775808]                                       | numeric
        "type":"number"                                                                       | numeric
        "type":"number","multipleOf":0.01                                                     | numeric
        "type":"string","format":"singer.decimal"                                             | numeric
        "type":"string","format":"x-singer.decimal","precision":10,"scale":2                  | numeric(10,2)
        "type":"string","format":"singer.decimal","precision":10                              | numeric
        "type":"string","format":"singer.decimal","precision":1001,"scale":2                  | numeric
        "type":"string","format":"singer.decimal","precision":2,"scale":3                     | numeric
        "anyOf":[{"type":"string","format":"singer.decimal","precision":10,"scale":2},{"type":"string","format":"singer.decimal","precision":6,"scale":4}] | numeric(12,4)
        "anyOf":[{"type":"string","format":"singer.decimal","precision":6,"scale":4},{"type":"string","format":"singer.decimal","precision":10,"scale":2}] | numeric(12,4)
        "anyOf":[{"type":"string","format":"singer.decimal"},{"type":"string","format":"singer.decimal","precision":10,"scale":2}] | numeric
        "anyOf":[{"type":"string","format":"singer.decimal","precision":999,"scale":0},{"type":"string","format":"singer.decimal","precision":9,"scale":9}] | numeric
        "anyOf":[{"type":"integer"},{"type":"string","format":"singer.decimal","precision":10,"scale":2}] | numeric
        "anyOf":[{"type":"string"},{"type":"string","format":"singer.decimal","precision":10,"scale":2}] | text
        # the rest
        "type":"boolean"                                                                      | boolean
        "type":"object","properties":{"a":{"type":"string"}}                                  | jsonb
        "type":"array","items":{"type":"string"}                                              | jsonb
        `                                                                                    `| jsonb
        "description":"no type"                                                               | jsonb
        "type":[]                                                                             | jsonb
        "type":"any"                                                                          | jsonb
        "type":"null"                                                                         | text
        "type":["null"]                                                                       | text
        "enum":[null]                                                                         | text
        # several types
        "type":["integer","number"]                                                           | numeric
        "type":["null","integer","string"]                                                    | text
        "type":["number","boolean","string"]                                                  | text
        "type":["boolean","number"]                                                           | jsonb
        "type":["integer","boolean"]                                                          | jsonb
        "type":["string","object"]                                                            | jsonb
        "type":["null","array","integer"]                                                     | jsonb
        # branches
        "anyOf":[{"type":"null"},{"type":"integer"}]                                          | bigint
        "oneOf":[{"type":"boolean"},{"type":"null"}]                                          | boolean
        "anyOf":[{"type":"integer"},{"type":"string"}]                                        | text
        "anyOf":[{"type":"integer"},{"type":"array"}]                                         | jsonb
        "anyOf":[{"type":"integer"},{}]                                                       | jsonb
        "anyOf":[{"type":"string","format":"date"},{"type":"string","format":"date-time"}]    | timestamp with time zone
        "anyOf":[{"type":"string","format":"date"},{"type":"string"}]                         | text
        "anyOf":[{"type":"string","format":"uuid"},{"type":"integer"}]                        | text
        "anyOf":[{"oneOf":[{"type":"integer"},{"type":"null"}]},{"type":"number"}]            | numeric
        "allOf":[{"type":"string"},{"type":"integer"}]                                        | bigint
        "allOf":[{"type":"string"},{"format":"date-time"}]                                    | timestamp with time zone
        "type":"string","allOf":[{"format":"date"}]                                           | date
        "allOf":[{"$ref":"#/definitions/name"},{"format":"date-time"}]                        | timestamp with time zone
        "allOf":[{"allOf":[{"type":"integer"}]},{"maximum":9223372036854775808}]              | numeric
        "allOf":[{"description":"nothing"}]                                                   | jsonb
        "allOf":[{"anyOf":[{"type":"integer"},{"type":"null"}]}]                              | bigint
        "type":"integer","nullable":true                                                      | bigint
        # values
        "enum":["a","b",null]                                                                 | text
        "enum":[1,2]                                                                          | bigint
        "enum":[1,9223372036854775808]                                                        | numeric
        "enum":[1,2.5]                                                                        | numeric
        "enum":[true,false]                                                                   | boolean
        "enum":[1,"a"]                                                                        | jsonb
        "enum":[true,"a"]                                                                     | jsonb
        "enum":[[1]]                                                                          | jsonb
        "const":"a"                                                                           | text
        "const":-9223372036854775809                                                          | numeric
        # references
        "$ref":"#/definitions/name"                                                           | text
        "$ref":"#/definitions/when"                                                           | timestamp with time zone
        "$ref":"#/$defs/id"                                                                   | uuid
        "$ref":"#day"                                                                         | date
        "$ref":"#flag"                                                                        | boolean
        "$ref":"#/definitions/tree"                                                           | jsonb
        "$ref":"#/definitions/any"                                                            | jsonb
        "$ref":"#/definitions/circle"                                                         | jsonb
        "$ref":"#/definitions/nowhere"                                                        | jsonb
        "$ref":"#nowhere"                                                                     | jsonb
        "anyOf":[{"$ref":"#/definitions/when"},{"type":"null"}]                               | timestamp with time zone
        # a type that the tap's author asks for
        "type":"integer","x-sql-datatype":"smallint"                                          | smallint
        "type":"integer","x-sql-datatype":"INTEGER"                                           | integer
        "type":"integer","x-sql-datatype":"bigint"                                            | bigint
        "type":"integer","x-sql-datatype":"text"                                              | text
        "type":"string","x-sql-datatype":"jsonb"                                              | jsonb
        "type":"number","x-sql-datatype":"numeric(12, 2)"                                     | numeric(12,2)
        "type":"number","x-sql-datatype":"numeric(12)"                                        | numeric(12,0)
        "type":"number","x-sql-datatype":"numeric(1000,1000)"                                 | numeric(1000,1000)
        "type":"integer","x-sql-datatype":"numeric(9999,0)"                                   | bigint
        "type":"integer","x-sql-datatype":"numeric(0,0)"                                      | bigint
        "type":"number","x-sql-datatype":"numeric(3,4)"                                       | numeric
        "type":"string","x-sql-datatype":"geography(point)"                                   | text
        "type":"string","x-sql-datatype":7                                                    | text
        """)
    void theColumnHoldsAllValues(String schema, String type) {
        assertThat(property("{" + schema + "}", false).type().sql()).isEqualTo(type);
    }

    @Test
    void theSchemasTrueAndFalseAreAnything() {
        assertThat(property("true", false).type()).isEqualTo(ColumnType.JSONB);
        assertThat(property("false", false).type()).isEqualTo(ColumnType.JSONB);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "type":"string","contentEncoding":"base16"                                            | bytea | BASE16
        "type":["null","string"],"contentEncoding":"BASE64"                                   | bytea | BASE64
        "type":"string","format":"binary"                                                     | bytea | BASE16
        "type":"string","contentEncoding":"quoted-printable"                                  | text  | PLAIN
        "anyOf":[{"type":"string","contentEncoding":"base16"},{"type":"string"}]              | text  | PLAIN
        "anyOf":[{"type":"string","contentEncoding":"base16"},{"type":"null"}]                | bytea | BASE16
        "anyOf":[{"type":"string","contentEncoding":"base16"},{"type":"string","contentEncoding":"base64"}] | text | PLAIN
        """)
    void encodedBytesAreBytesIfTheSettingSaysSo(String schema, String type, Form form) {
        Property property = property("{" + schema + "}", true);

        assertThat(property.type().sql()).isEqualTo(type);
        assertThat(property.form()).isEqualTo(form);
    }

    @Test
    void aDateTimeBesideAnyTextMayBecomeText() {
        String either = "{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},{\"type\":[\"null\",\"string\"]}]}";

        assertThat(property(either, false)).isEqualTo(new Property("p", ColumnType.TIMESTAMPTZ, Form.MAYBE_TEXT));
    }

    private static Property property(String schema, boolean bytes) {
        try {
            JsonNode root = JSON.readTree(DEFINITIONS);
            return TypeMapping.property("p", JSON.readTree(schema), root, bytes, "line 1, stream \"s\"");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(schema, malformed);
        }
    }
}
