package bizops.singer.rules;

import static bizops.singer.rules.Given.object;
import static bizops.singer.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleProblemsTest {
    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> rules("""
                [{"stream": "s", "column": "a", "rule": "sha256"},
                 {"strem": "s", "column": "", "rule": "mask"},
                 {"stream": "s", "column": "a", "rule": "drop", "when": {"column": "c", "equals": 1}},
                 {"stream": "s", "column": "a", "rule": "null", "when": {"column": "c", "like": "x"}},
                 {"stream": "s", "column": "a", "rule": "null", "when": {"column": "c", "matches": "(?=a)"}},
                 7]
                """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .satisfiesExactly(
                                        kind -> assertThat(kind)
                                                .contains("rule 1", "hash, null, mask", "got \"sha256\""),
                                        name -> assertThat(name).contains("rule 2", "\"strem\"; did you mean stream?"),
                                        stream -> assertThat(stream).contains("rule 2: \"stream\" must be a text"),
                                        column -> assertThat(column).contains("rule 2: \"column\" must be a text"),
                                        drop -> assertThat(drop).contains("rule 3: drop", "use null"),
                                        test -> assertThat(test).contains("rule 4", "exactly one of equals, in"),
                                        regex -> assertThat(regex).contains("rule 5", "RE2"),
                                        item -> assertThat(item).contains("rule 6 must be an object")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen bytes!!"})
    void aKeyThatIsMissingOrShortIsAProblemOnlyWithHash(String key) {
        String given = key.isEmpty() ? null : key;

        assertThatThrownBy(() -> rules("[{\"stream\": \"s\", \"column\": \"a\", \"rule\": \"hash\"}]", given))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'column_rules_key'")
                .hasMessageContaining("16 bytes")
                .hasMessageNotContaining("fifteen");
        assertThat(rules("[{\"stream\": \"s\", \"column\": \"a\", \"rule\": \"mask\"}]", given)
                        .isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null  | id     | must stay one and the same",
                "mask  | id     | must stay one and the same",
                "drop  | id     | must stay one and the same",
                "hash  | at     | is the replication key",
                "null  | at     | is the replication key",
                "mask  | day    | is no plain text, and the column would get another type; use null or drop or date_to_year",
                "mask  | number | is no plain text",
                "domain_only | flag | is no plain text",
                "hash  | home   | is an object or array",
                "date_to_year | text | has no format date or date-time",
                "hash  | absent | has no such field",
                "hash  | home.absent | has no such field"
            })
    void aRuleThatCannotStandForItsFieldIsNamed(String rule, String column, String problem) {
        assertThat(problems("[{\"stream\": \"s\", \"column\": \"" + column + "\", \"rule\": \"" + rule + "\"}]"))
                .singleElement()
                .asString()
                .startsWith("'column_rules' rule 1 (" + rule + " s." + column + ")")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"hash,id", "date_to_year,at", "null,number", "drop,home"})
    void whatKeepsKeysAndBookmarksRightIsAllowed(String rule, String column) {
        assertThat(problems("[{\"stream\": \"s\", \"column\": \"" + column + "\", \"rule\": \"" + rule + "\"}]"))
                .isEmpty();
    }

    @Test
    void aConditionMustNotSplitAKeyOrAColumnsTypeNorAskForWhatDoesNotCome() {
        assertThat(problems("""
                [{"stream": "s", "column": "id", "rule": "hash", "when": {"column": "text", "equals": 1}},
                 {"stream": "s", "column": "number", "rule": "hash", "when": {"column": "text", "equals": 1}},
                 {"stream": "s", "column": "text", "rule": "hash", "when": {"column": "home.absent", "equals": 1}}]
                """))
                .satisfiesExactlyInAnyOrder(
                        key -> assertThat(key).contains("rule 1", "without \"when\""),
                        type -> assertThat(type).contains("rule 2", "leave out the \"when\""),
                        absent -> assertThat(absent).contains("rule 3", "\"home.absent\" is no field"));
    }

    @Test
    void fieldsThatAStreamDoesNotDeclareItselfAreOutOfReach() {
        List<String> problems = new ArrayList<>();
        rules("[{\"stream\": \"*\", \"column\": \"*\", \"rule\": \"null\"}]").stream(
                "s",
                new StreamDeclaration(object("{\"allOf\": [{\"properties\": {\"a\": {}}}]}"), List.of(), List.of()),
                problems::add);

        assertThat(problems).singleElement().asString().contains("by $ref, allOf, anyOf or oneOf");
    }

    @Test
    void aRuleIsUnusedIfNoStreamHadItsField() {
        ColumnRules rules = rules("""
                [{"stream": "other", "column": "a", "rule": "null"},
                 {"stream": "*", "column": "*email*", "rule": "null"},
                 {"stream": "s*", "column": "t?xt", "rule": "null"}]
                """);
        StreamRules seen = rules.stream("s", declared(), problem -> {
            throw new AssertionError(problem);
        });

        assertThat(rules.unused(List.of(seen)))
                .containsExactly("'column_rules' rule 1 (null other.a)", "'column_rules' rule 2 (null *.*email*)");
    }

    private static List<String> problems(String json) {
        List<String> problems = new ArrayList<>();
        rules(json).stream("s", declared(), problems::add);
        return problems;
    }

    private static StreamDeclaration declared() {
        return new StreamDeclaration(object("""
                {"properties": {
                  "id": {"type": "string"},
                  "at": {"type": "string", "format": "date-time"},
                  "day": {"type": "string", "format": "date"},
                  "text": {"type": "string"},
                  "number": {"type": ["null", "number"]},
                  "flag": {"type": "boolean"},
                  "home": {"type": "object", "properties": {"city": {"type": "string"}}}}}
                """), List.of("id"), List.of("at"));
    }
}
