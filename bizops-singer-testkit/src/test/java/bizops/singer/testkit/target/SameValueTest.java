package bizops.singer.testkit.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a destination holds may be written another way, but not be another value. */
final class SameValueTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.50                        | 1.5                         | true",
                "9007199254740993            | 9007199254740992            | false",
                "1                           | true                        | false",
                "'2026-03-29T01:30:00+02:00' | '2026-03-28T23:30:00+00:00' | true",
                "'2026-03-29T01:30:00+02:00' | '2026-03-28 23:30:00Z'      | true",
                "'2026-03-29T01:30:00+02:00' | '2026-03-29T01:30:00Z'      | false",
                "''                          | null                        | false",
                "null                        | null                        | true",
                "null                        | 'null'                      | false",
                "{'b': [1, {'c': 2.0}]}      | {'b': [1.0, {'c': 2}]}      | true",
                "{'b': [1, 2]}               | {'b': [2, 1]}               | false",
                "['x']                       | '[\\'x\\']'                 | true",
                "['x']                       | '{x}'                       | false"
            })
    void judgesByValue(String sent, String held, boolean same) throws Exception {
        assertThat(SameValue.of(json(sent), json(held))).isEqualTo(same);
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
