package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.Reading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema says of the record as a whole holds, on either path. */
final class RootKeywordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'string'",
                "'type': ['array', 'null']",
                "'enum': ['a', true, null]",
                "'enum': []",
                "'enum': [{'n': 2, 't': 'a'}]",
                "'const': {'n': 2}",
                "'anyOf': [{'type': 'string'}, {'type': 'null'}]",
                "'anyOf': [{'required': ['x']}, {'maxProperties': 1}]",
                "'oneOf': [{'type': 'object'}, {'minProperties': 1}]",
                "'allOf': [{'required': ['x']}]",
                "'not': {'type': 'object'}",
                "'minProperties': 3",
                "'maxProperties': 1",
                "'required': ['x']",
                "'additionalProperties': {'type': 'null'}, 'required': ['x']",
                "'patternProperties': {'^n': {'type': 'string'}}",
                "'propertyNames': {'maxLength': 0}",
                "'dependencies': {'n': ['x']}",
                "'if': {'required': ['n']}, 'then': {'required': ['x']}",
                "'$ref': '#/definitions/d', 'definitions': {'d': {'type': 'string'}}"
            })
    void aRecordThatFailsIsRefused(String keywords) throws IOException {
        assertThat(refusals(keywords, "{'n': 1, 't': 'a'}")).doesNotContain("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'object'",
                "'type': ['object', 'null']",
                "'enum': [{'n': 1, 't': 'a'}]",
                "'enum': [{'n': 1.0, 't': 'a'}]",
                "'const': {'n': 10e-1, 't': 'a'}",
                "'anyOf': [{'type': 'object'}, {'type': 'null'}]",
                "'minProperties': 2",
                "'minLength': 5",
                "'minimum': 5",
                "'items': {'type': 'string'}",
                "'additionalProperties': false"
            })
    void aRecordThatPassesIsTaken(String keywords) throws IOException {
        assertThat(refusals(keywords, "{'n': 1, 't': 'a'}")).containsExactly("none", "none");
    }

    /** What cannot be used is passed over by itself, not with all that stands beside it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'additionalProperties': false | {'n': 1, 'x': 1}",
                "'minProperties': 2            | {'n': 1}",
                "'patternProperties': {'^n$': {'maximum': 0}} | {'n': 1, 't': 'a'}",
                "'patternProperties': {'(?=a)': {}}, 'minProperties': 2 | {'n': 1}"
            })
    void holdsBesideAPropertyWhoseSchemaCannotBeUsed(String keywords, String record) throws IOException {
        String unusable = "{" + keywords + ", 'properties': {'n': {'type': 'integer'}, 't': {'pattern': '(?=a)'}}}";

        assertThat(refusalsUnder(unusable, record)).doesNotContain("none");
    }

    @Test
    void aPropertyWhoseSchemaCannotBeUsedIsNoUnknownOne() throws IOException {
        String unusable = "{'additionalProperties': false, 'properties': {'t': {'pattern': '(?=a)'}}}";

        assertThat(refusalsUnder(unusable, "{'t': 'b'}")).containsExactly("none", "none");
    }

    private static List<String> refusals(String keywords, String record) throws IOException {
        return refusalsUnder(
                "{" + keywords + ", 'properties': {'n': {'type': 'integer'}, 't': {'type': 'string'}}}", record);
    }

    private static List<String> refusalsUnder(String schema, String record) throws IOException {
        return List.of(refusal(true, schema, record), refusal(false, schema, record));
    }

    private static String refusal(boolean lane, String schema, String record) throws IOException {
        Reading reading = new Reading(json(schema), List.of(), lane, false);
        reading.read(Reading.line(json(record)));
        String refusal = reading.refusal();
        return refusal == null ? "none" : refusal;
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
