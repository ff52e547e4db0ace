package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.Reading;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that many taps write are decided without the judge, which is asked only for what is wrong. */
final class CompiledFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string', 'pattern': '^a.c$'}                        | 'abc' | 'abcd'",
                "{'type': ['null', 'string'], 'pattern': 'b'}                  | null  | 'a'",
                "{'type': 'string', 'const': 'a'}                              | 'a'   | 'b'",
                "{'const': true}                                               | true  | false",
                "{'type': ['null', 'string'], 'const': null}                   | null  | 'a'",
                "{'anyOf': [{'type': 'string', 'maxLength': 2}, {'type': 'null'}]}   | null  | 'abc'",
                "{'anyOf': [{'type': 'string', 'maxLength': 2}, {'type': 'null'}]}   | 'ab'  | 'abc'",
                "{'anyOf': [{'type': 'null'}, {'type': 'integer', 'minimum': 3}], 'default': null} | 3 | 2",
                "{'anyOf': [{'type': 'null'}, {'type': 'string', 'enum': ['a', 'b']}]} | null | 'c'",
                "{'anyOf': [{'type': 'null'}, {'type': 'string', 'enum': ['a', 'b']}]} | 'b'  | 'c'",
                "{'anyOf': [{'type': 'array', 'items': {'type': 'integer'}}, {'type': 'null'}]} | [1] | ['a']",
                "{'anyOf': [{'type': 'object', 'required': ['x']}, {'type': 'null'}]} | {'x': 1} | {}",
                "{'type': 'array', 'items': {'type': 'string', 'pattern': '^a'}}      | ['ab']   | ['b']",
                "{'type': 'object', 'properties': {'x': {'const': 'a'}}}              | {'x': 'a'} | {'x': 'b'}"
            })
    void withoutTheJudge(String property, String valid, String invalid) throws IOException {
        for (boolean lane : new boolean[] {true, false}) {
            List<RecordCheck> checks = new ArrayList<>();
            ObjectNode schema =
                    (ObjectNode) new ObjectMapper().readTree(json("{'properties': {'p': " + property + "}}"));
            Reading reading = new Reading(schema, List.of(), lane, false, shape -> {
                checks.add(RecordCheck.of("s", schema, shape.holdings()));
                return checks.get(0);
            });

            reading.read(Reading.line(json("{'p': " + valid + "}")));
            assertThat(reading.refusal()).isNull();
            assertThat(checks.get(0).judged()).isZero();

            reading.read(Reading.line(json("{'p': " + invalid + "}")));
            assertThat(reading.refusal()).contains("field \"p\"");
            assertThat(checks.get(0).judged()).isOne();
        }
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
