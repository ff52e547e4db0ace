package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.decode.MessageDecoder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.json.JSONObject;

/** A compiled check lets nothing in that Everit refuses, and what only it refuses is left to Everit. */
final class CompiledCheckPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 2000)
    void acceptsOnlyWhatEveritAccepts(@ForAll("schemas") String schema, @ForAll("values") String value)
            throws IOException {
        ObjectNode normalised = normalised(schema);
        NodeCheck check = CheckCompiler.compile(normalised.path("properties").path("p"));
        boolean everit = everitAccepts(normalised, value);
        Statistics.collect(everit ? "valid" : "invalid", check == null ? "judged" : "compiled");

        if (check != null && accepts(check, value)) {
            assertThat(everit).as("%s under %s", value, schema).isTrue();
        }
    }

    @Property(tries = 1000)
    void decidesPlainTypesByItself(@ForAll("types") String type, @ForAll("values") String value) throws IOException {
        ObjectNode normalised = normalised("{\"type\":" + type + "}");
        NodeCheck check = CheckCompiler.compile(normalised.path("properties").path("p"));

        assertThat(check).isNotNull();
        if (check != null) {
            assertThat(accepts(check, value))
                    .as("%s under %s", value, type)
                    .isEqualTo(everitAccepts(normalised, value));
        }
    }

    @Example
    void leavesItemsByPositionToEverit() throws IOException {
        ObjectNode normalised = normalised("{\"type\":\"array\",\"items\":[{\"type\":\"integer\"}]}");

        assertThat(everitAccepts(normalised, "[\"x\"]")).isFalse();
        assertThat(CheckCompiler.compile(normalised.path("properties").path("p")))
                .isNull();
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "\"string\"",
                "\"integer\"",
                "\"number\"",
                "\"boolean\"",
                "\"null\"",
                "[\"null\",\"string\"]",
                "[\"integer\",\"null\"]",
                "[\"number\",\"string\"]",
                "[\"boolean\",\"number\",\"null\"]");
    }

    @Provide
    Arbitrary<String> schemas() {
        Arbitrary<String> keyword = Arbitraries.of(
                "\"minimum\":3",
                "\"minimum\":3,\"exclusiveMinimum\":true",
                "\"maximum\":7.5",
                "\"exclusiveMaximum\":7",
                "\"maximum\":9007199254740993",
                "\"minLength\":2",
                "\"maxLength\":3",
                "\"enum\":[\"ab\",\"7\",true,null]",
                "\"enum\":[7,\"ab\"]",
                "\"const\":7",
                "\"pattern\":\"^a\"",
                "\"multipleOf\":0.01",
                "\"format\":\"date-time\"",
                "\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}]",
                "\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},{\"type\":\"string\"}]",
                "\"not\":{\"type\":\"integer\"}",
                "\"description\":\"x\"");
        return Combinators.combine(types(), keyword.list().ofMaxSize(2).uniqueElements())
                .as((type, keywords) ->
                        "{\"type\":" + type + (keywords.isEmpty() ? "" : "," + distinct(keywords)) + "}");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "3",
                "7",
                "7.0",
                "7.50",
                "7e0",
                "3.0000000000000001",
                "-3",
                "9007199254740993",
                "9007199254740994",
                "123456789012345678901234567890",
                "\"\"",
                "\"a\"",
                "\"ab\"",
                "\"7\"",
                "\"abc\"",
                "\"abcd\"",
                "\"\uD83E\uDD84\uD83E\uDD84\"",
                "\"\\ud83e\\udd84\\ud83e\\udd84\\ud83e\\udd84\\ud83e\\udd84\"",
                "\"2024-01-31\"");
    }

    /** A keyword twice in one schema would be no JSON; the first one stays. */
    private static String distinct(List<String> keywords) {
        if (keywords.size() < 2) {
            return String.join(",", keywords);
        }
        String first = keywords.get(0);
        String second = keywords.get(1);
        boolean clash = names(first).stream().anyMatch(names(second)::contains);
        return clash ? first : first + "," + second;
    }

    private static List<String> names(String keywords) {
        return new JSONObject("{" + keywords + "}").keySet().stream().toList();
    }

    private static ObjectNode normalised(String property) throws IOException {
        return SchemaNormaliser.normalise(
                (ObjectNode) JSON.readTree("{\"type\":\"object\",\"properties\":{\"p\":" + property + "}}"));
    }

    private static boolean everitAccepts(ObjectNode normalised, String value) throws IOException {
        boolean olderDraft = normalised.findValues("exclusiveMinimum").stream().anyMatch(node -> node.isBoolean());
        JSONObject record = new JSONObject();
        try (JsonParser parser = parser(value)) {
            record.put("p", JsonTree.read(parser));
        }
        return Judge.of("s", normalised, olderDraft).explain(record).isEmpty();
    }

    private static boolean accepts(NodeCheck check, String value) throws IOException {
        try (JsonParser parser = parser(value)) {
            JsonToken token = parser.currentToken();
            return token == JsonToken.VALUE_NULL ? check.acceptsNull() : check.accepts(token, parser);
        }
    }

    private static JsonParser parser(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        JsonParser parser = MessageDecoder.parser(bytes, 0, bytes.length);
        parser.nextToken();
        return parser;
    }
}
