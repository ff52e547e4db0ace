package bizops.singer.rules;

import static bizops.singer.rules.Given.laid;
import static bizops.singer.rules.Given.object;
import static bizops.singer.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSchemasTest {
    private static final String EMAIL =
            "{'type': 'string', 'format': 'email', 'maxLength': 80, 'pattern': '@', 'description': 'whose'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hash | {'type': 'string', 'format': 'email', 'maxLength': 80} | {'type':'string'}",
                "hash | {'type': ['string', 'null'], 'enum': ['a', null]} | {'type':['null','string']}",
                "hash | {'type': 'integer', 'minimum': 1} | {'type':'string'}",
                "hash | {'anyOf': [{'type': 'string', 'format': 'date'}, {'type': 'null'}]} | {'type':['null','string']}",
                "hash | {} | {'type':['null','string']}",
                "mask | {'type': 'string', 'pattern': 'a+'} | {'type':'string'}",
                "domain_only | {'type': 'string', 'format': 'email'} | {'type':['null','string']}",
                "null | {'type': 'string', 'enum': ['a']} | {'type':['null','string'],'enum':[null,'a']}",
                "null | {'type': ['integer', 'null']} | {'type':['integer','null']}",
                "null | {'anyOf': [{'type': 'string'}]} | {'anyOf':[{'type':'null'},{'type':'string'}]}",
                "null | {'$ref': '#/d'} | {'anyOf':[{'$ref':'#/d'},{'type':'null'}]}",
                "date_to_year | {'type': 'string', 'format': 'date', 'pattern': 'x'} | {'type':['null','string'],'format':'date'}"
            })
    void theSchemaSaysWhatTheRuleMakes(String rule, String schema, String expected) {
        StreamRules laid = laid(
                Given.rule(rule), "{\"properties\": {\"value\": " + schema.replace('\'', '"') + "}, \"required\": []}");

        assertThat(Json.write(laid.schema()))
                .isEqualTo("{\"properties\":{\"value\":" + expected.replace('\'', '"') + "},\"required\":[]}");
    }

    @Test
    void dropTakesTheFieldOutOfSchemaRequiredAndRow() {
        StreamRules laid = laid(
                Given.rule("drop"),
                "{\"properties\": {\"id\": {}, \"value\": {}}, \"required\": [\"id\", \"value\"], \"type\": \"object\"}");

        assertThat(Json.write(laid.schema()))
                .isEqualTo("{\"properties\":{\"id\":{}},\"required\":[\"id\"],\"type\":\"object\"}");
        assertThat(laid.record(object("{\"id\": 1, \"value\": 2}"))).isEqualTo(object("{\"id\": 1}"));
    }

    @Test
    void whereTheRuleIsForSomeRowsTheSchemaHoldsBothForms() {
        StreamRules laid =
                laid(rules("""
                [{"stream": "s", "column": "email", "rule": "hash", "when": {"column": "c", "equals": 1}},
                 {"stream": "s", "column": "email", "rule": "null"}]
                """), "{\"properties\": {\"email\": " + EMAIL.replace('\'', '"') + ", \"c\": {}}}");

        assertThat(Json.write(laid.schema()))
                .isEqualTo("{\"properties\":{\"email\":{\"type\":[\"null\",\"string\"],\"description\":\"whose\"},"
                        + "\"c\":{}}}");
    }

    @Test
    void fieldsInsideObjectsAreReachedByDots() {
        StreamRules laid = laid(
                rules("[{\"stream\": \"s\", \"column\": \"home.str*\", \"rule\": \"mask\"}]"),
                "{\"properties\": {\"home\": {\"type\": [\"object\", \"null\"], \"properties\":"
                        + " {\"street\": {\"type\": \"string\", \"maxLength\": 5}, \"city\": {}}}, \"street\": {}}}");

        assertThat(Json.write(laid.schema()))
                .isEqualTo("{\"properties\":{\"home\":{\"type\":[\"object\",\"null\"],\"properties\":"
                        + "{\"street\":{\"type\":\"string\"},\"city\":{}}},\"street\":{}}}");
        assertThat(laid.record(object("{\"home\": {\"street\": \"x\", \"city\": \"y\"}, \"street\": \"z\"}")))
                .isEqualTo(object("{\"home\": {\"street\": \"***\", \"city\": \"y\"}, \"street\": \"z\"}"));
        assertThat(laid.record(object("{\"home\": null}"))).isEqualTo(object("{\"home\": null}"));
    }

    @Test
    void aRuleForTheWholeObjectGoesBeforeThoseInsideIt() {
        StreamRules laid = laid(rules("""
                [{"stream": "s", "column": "home.street", "rule": "mask"},
                 {"stream": "s", "column": "home", "rule": "null", "when": {"column": "home.city", "exists": true}}]
                """), """
                {"properties": {"home": {"type": "object", "properties": {"street": {}, "city": {}}}}}
                """);

        assertThat(laid.record(object("{\"home\": {\"street\": \"x\", \"city\": \"y\"}}")))
                .isEqualTo(object("{\"home\": null}"));
        assertThat(laid.record(object("{\"home\": {\"street\": \"x\"}}")))
                .isEqualTo(object("{\"home\": {\"street\": \"***\"}}"));
    }

    @Test
    void aStreamWithoutRulesIsLeftAlone() {
        StreamRules laid = ColumnRules.none().stream(
                "s", new StreamDeclaration(object("{}"), java.util.List.of(), java.util.List.of()), problem -> {});
        var row = object("{\"a\": 1}");

        assertThat(laid.isEmpty()).isTrue();
        assertThat(laid.record(row)).isSameAs(row);
    }
}
