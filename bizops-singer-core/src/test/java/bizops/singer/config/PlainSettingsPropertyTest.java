package bizops.singer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is settled without Everit is what Everit says, too. */
final class PlainSettingsPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property
    void whatSurelySatisfiesTheSchemaHasNoProblemByEverit(
            @ForAll("keywords") String first, @ForAll("keywords") String second, @ForAll("values") String value)
            throws JsonProcessingException {
        SettingsSchema schema = SettingsSchema.parse("{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{"
                + first + (second.startsWith(first.substring(0, 6)) ? "" : "," + second) + "}}}");
        Map<String, Given> settings = Map.of("a", new Given(JSON.readTree(value), "config.json"));

        boolean settled = PlainSettings.satisfy(schema.root(), settings);

        Statistics.label("settled").collect(settled);
        Statistics.label("settled").coverage(coverage -> coverage.check(true).percentage(percent -> percent > 5));
        if (settled) {
            Problems problems = new Problems();
            new SettingsCheck(
                            schema,
                            new EnvironmentSettings(
                                    "tap-x", schema, problems, new SecretFiles(new Strictness(false), problems)))
                    .judge(settings, problems);
            problems.throwIfAny();
        }
    }

    @Property(tries = 1)
    void aRequiredSettingThatIsMissingIsNotSettled() {
        SettingsSchema schema = SettingsSchema.parse("{\"required\":[\"a\"],\"properties\":{\"a\":{}}}");

        assertThat(PlainSettings.satisfy(schema.root(), Map.of())).isFalse();
    }

    @Provide
    Arbitrary<String> keywords() {
        return Arbitraries.of(
                "\"type\":\"string\"",
                "\"type\":\"integer\"",
                "\"type\":\"number\"",
                "\"type\":\"boolean\"",
                "\"type\":\"array\"",
                "\"type\":[\"null\",\"integer\"]",
                "\"enum\":[\"a\",\"bb\",1]",
                "\"minimum\":2",
                "\"maximum\":2",
                "\"minimum\":1.5",
                "\"minLength\":2",
                "\"maxLength\":1",
                "\"pattern\":\"^b\"",
                "\"items\":{\"type\":\"string\"}",
                "\"secret\":true",
                "\"format\":\"uri\"");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "\"\"",
                "\"a\"",
                "\"bb\"",
                "\"😀\"",
                "1",
                "2",
                "3",
                "1.0",
                "1.5",
                "-7",
                "true",
                "null",
                "[]",
                "[1]",
                "{}",
                "99999999999999999999",
                "1e2");
    }
}
