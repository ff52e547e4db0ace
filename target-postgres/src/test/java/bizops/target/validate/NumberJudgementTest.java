package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.Reading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is judged by its value, however it is written and however large it is. */
final class NumberJudgementTest {
    private static final String DIGITS = "0".repeat(500);

    /** {@code string} beside the number's type makes a text column, which takes numbers of any size. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'integer'             | 1.0                   | true",
                "'integer'             | 1e3                   | true",
                "'integer'             | -0                    | true",
                "'integer'             | -0.0                  | true",
                "'integer'             | 0.5                   | false",
                "'integer'             | 1E400                 | true",
                "'integer'             | 1E-400                | false",
                "'integer'             | 1e20000               | true",
                "'integer'             | 1.5e20000             | true",
                "'integer'             | 1.ZEROS               | true",
                "'integer'             | 1.ZEROS1              | false",
                "'integer', 'minimum': 1, 'maximum': 2 | 1.ZEROS  | true",
                "['integer', 'string'] | 1e200000              | true",
                "['integer', 'string'] | 1e2147483647          | true",
                "['integer', 'string'] | 100e2147483647        | true",
                "['integer', 'string'] | 1e99999999999         | true",
                "['integer', 'string'] | -1E+99999999999       | true",
                "['integer', 'string'] | 1e-99999999999        | false",
                "['integer', 'string'] | 0e99999999999         | true",
                "['integer', 'string'] | 0.00E-99999999999     | true",
                "['number', 'string'], 'minimum': 0 | 1e99999999999   | true",
                "['number', 'string'], 'minimum': 0 | -1e99999999999  | false",
                "['number', 'string'], 'minimum': 0 | -1e-99999999999 | false",
                "['number', 'string'], 'minimum': 0 | 0e-99999999999  | true",
                "['number', 'string'], 'maximum': 5 | 1e-99999999999  | true",
                "['number', 'string'], 'maximum': 5 | 1e99999999999   | false",
                "['number', 'string'], 'maximum': 5 | -1e200000       | true",
                "['number', 'string'], 'minimum': 1e300 | 1e99999999999   | true",
                "'number', 'const': 7.0     | 7        | true",
                "'number', 'const': 7       | 7.0      | true",
                "'number', 'const': -0.0    | 0        | true",
                "'number', 'const': 1e400   | 1E+400   | true",
                "'number', 'const': 10.0    | 10       | true",
                "'number', 'enum': [30.0]   | 3e1      | true",
                "'number', 'enum': [1.50]   | 1.5      | true",
                "'number', 'const': 1.5     | 1.50     | true",
                "'number', 'enum': [1.5, 2] | 2e0      | true",
                "'number', 'enum': [1.5, 2] | 2.5      | false",
                "'number', 'enum': [9007199254740993] | 9007199254740992 | false",
                "'array', 'const': [[1.50]] | [[1.5]]  | true",
                "'array', 'uniqueItems': true | [1, 1.0]   | false",
                "'array', 'uniqueItems': true | [1, 1.1]   | true",
                "'string', 'maxLength': 2.0   | 'ab'       | true",
                "'string', 'maxLength': 2.0   | 'abc'      | false"
            })
    void byItsValue(String type, String number, boolean valid) throws IOException {
        String property = "{'type': " + type + "}";
        String judged = "{'type': " + type + ", 'not': {'const': 'x'}}";
        String value = number.replace("ZEROS", DIGITS);

        for (boolean lane : new boolean[] {true, false}) {
            assertThat(takes(lane, property, value)).as("lane: %s", lane).isEqualTo(valid);
            assertThat(takes(lane, judged, value)).as("judged").isEqualTo(valid);
        }
    }

    /** A text for a column that holds no texts is judged as the value that it stands for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'integer'                     | '12'    | true",
                "'integer'                     | '1.0'   | true",
                "'integer', 'maximum': 5       | '12'    | false",
                "['null', 'integer']           | ''      | true",
                "'integer'                     | ''      | false",
                "'boolean'                     | 'true'  | true",
                "'boolean', 'enum': [false]    | 'true'  | false",
                "['null', 'boolean']           | ''      | true",
                "['integer', 'string']         | '12'    | true",
                "['integer', 'string'], 'maxLength': 1 | '12' | false"
            })
    void aTextForAnotherType(String type, String text, boolean valid) throws IOException {
        for (boolean lane : new boolean[] {true, false}) {
            assertThat(takes(lane, "{'type': " + type + "}", text)).isEqualTo(valid);
            assertThat(takes(lane, "{'type': " + type + ", 'not': {'const': 'x'}}", text))
                    .as("judged")
                    .isEqualTo(valid);
            for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
                String within = "{'" + keyword + "': [{'type': " + type + "}]}";
                assertThat(takes(lane, within, text)).as(within).isEqualTo(valid);
            }
            assertThat(takes(lane, "{'$ref': '#/definitions/d'}", text, "{'type': " + type + "}"))
                    .as("referred to")
                    .isEqualTo(valid);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'enum': [true, false]} | 'true' | true",
                "{'enum': [true, null]}  | 'false' | false",
                "{'enum': [1, 2]}        | '2'    | true",
                "{'enum': [1, null]}     | ''     | true",
                "{'const': 1.5}          | '1.50' | true",
                "{'const': 1}            | 'one'  | false"
            })
    void aTextForListedValuesOfAnotherType(String property, String text, boolean valid) throws IOException {
        assertThat(takes(true, property, text)).isEqualTo(valid);
        assertThat(takes(false, property, text)).isEqualTo(valid);
    }

    private static boolean takes(boolean lane, String property, String value) throws IOException {
        return takes(lane, property, value, "{}");
    }

    private static boolean takes(boolean lane, String property, String value, String definition) throws IOException {
        String schema = "{'properties': {'p': " + property + "}, 'definitions': {'d': " + definition + "}}";
        Reading reading = new Reading(schema.replace('\'', '"'), List.of(), lane, false);
        reading.read(Reading.line("{\"p\":" + value.replace('\'', '"') + "}"));
        return reading.refusal() == null;
    }
}
