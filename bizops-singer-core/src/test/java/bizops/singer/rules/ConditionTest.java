package bizops.singer.rules;

import static bizops.singer.rules.Given.laid;
import static bizops.singer.rules.Given.object;
import static bizops.singer.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final String SCHEMA =
            "{\"properties\": {\"email\": {\"type\": \"string\"}, \"c\": {\"type\": [\"null\", \"string\"]}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'equals': 'DE'} | {'c': 'DE'} | true",
                "{'equals': 'DE'} | {'c': 'de'} | false",
                "{'equals': 'DE'} | {} | false",
                "{'equals': null} | {} | true",
                "{'equals': 1} | {'c': 1.0} | true",
                "{'equals': 1} | {'c': '1'} | false",
                "{'in': ['AT', 'DE', true]} | {'c': 'DE'} | true",
                "{'in': ['AT', 'DE', true]} | {'c': true} | true",
                "{'in': ['AT', 'DE', true]} | {'c': 'CH'} | false",
                "{'matches': '(?i)^d'} | {'c': 'DE'} | true",
                "{'matches': 'E$'} | {'c': 'DE'} | true",
                "{'matches': '.*'} | {'c': null} | false",
                "{'exists': true} | {'c': 'x'} | true",
                "{'exists': true} | {'c': null} | false",
                "{'exists': false} | {} | true"
            })
    void decidesByTheRowAsItCame(String test, String row, boolean holds) {
        String when = test.replace('\'', '"').replaceFirst("\\{", "{\"column\": \"c\", ");
        StreamRules laid = laid(
                rules("[{\"stream\": \"s\", \"column\": \"email\", \"rule\": \"mask\", \"when\": " + when + "}]"),
                SCHEMA);
        Map<String, @Nullable Object> given = object(row.replace('\'', '"'));
        given.put("email", "ada");

        assertThat(laid.record(given).get("email")).isEqualTo(holds ? "***" : "ada");
    }

    @Test
    void theFirstRuleThatIsForTheRowDecides() {
        StreamRules laid = laid(rules("""
                [{"stream": "s", "column": "c", "rule": "null"},
                 {"stream": "s", "column": "email", "rule": "null", "when": {"column": "c", "equals": "DE"}},
                 {"stream": "?", "column": "e*", "rule": "domain_only"},
                 {"stream": "s", "column": "email", "rule": "mask"}]
                """), SCHEMA);

        assertThat(laid.record(object("{\"email\": \"a@b\", \"c\": \"DE\"}")))
                .isEqualTo(object("{\"email\": null, \"c\": null}"));
        assertThat(laid.record(object("{\"email\": \"a@b\", \"c\": \"AT\"}")))
                .isEqualTo(object("{\"email\": \"b\", \"c\": null}"));
    }
}
