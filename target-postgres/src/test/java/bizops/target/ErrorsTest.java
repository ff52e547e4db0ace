package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that goes wrong is one line: what, where, and what to do; what came before is committed. */
final class ErrorsTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                    + "{\"type\":[\"null\",\"integer\"]},\"name\":{\"type\":\"string\",\"maxLength\":3}},"
                    + "\"required\":[\"name\"]}}";
    private static final String GOOD = record("{\"id\":1,\"name\":\"a\"}");
    private static final String STATE = "{\"type\":\"STATE\",\"value\":{\"a\":1}}";

    private final Loading loading = new Loading();

    @Test
    void aBrokenLine() {
        refuses(
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":2,}}",
                "line 4 is no message (Unexpected character ('}'");
    }

    @Test
    void aLineWithSomethingBehindTheObject() {
        refuses(GOOD + GOOD, "line 4 is no message (something follows the object)");
    }

    @Test
    void aRecordBeforeItsSchema() {
        refuses(
                "{\"type\":\"RECORD\",\"stream\":\"other\",\"record\":{}}",
                "line 4: RECORD for stream \"other\" came before its SCHEMA");
    }

    @Test
    void aSchemaOfATypeThatIsNone() {
        String schema = "{\"type\":\"SCHEMA\",\"stream\":\"o\",\"key_properties\":[],\"schema\":{\"type\":%s,"
                + "\"properties\":{\"a\":{\"type\":\"integer\"}}}}";
        for (String type : List.of("\"objekt\"", "[\"text\",\"row\"]")) {
            refuses(schema.formatted(type), "line 4, stream \"o\": the schema's type " + type + " is none of");
        }
        for (String type : List.of("\"object\"", "[\"null\",\"object\"]", "[]", "null", "\"any\"")) {
            loading.loads(schema.formatted(type));
        }
    }

    @Test
    void aMissingKey() {
        refuses(record("{\"name\":\"b\"}"), "line 4, stream \"s\", field \"id\": the key is missing");
    }

    @Test
    void aNullKey() {
        refuses(record("{\"id\":null,\"name\":\"b\"}"), "line 4, stream \"s\", field \"id\": the key is null");
    }

    @Test
    void aRecordThatFailsItsSchema() {
        refuses(
                record("{\"id\":2,\"name\":\"long name\"}"),
                "line 4, stream \"s\", field \"name\": expected maxLength: 3, actual: 9; correct the tap");
    }

    @Test
    void aRecordWithoutARequiredProperty() {
        refuses(record("{\"id\":2}"), "line 4, stream \"s\": required key [name] not found");
    }

    @Test
    void aValueOfAnotherType() {
        refuses(
                record("{\"id\":\"two\",\"name\":\"b\"}"),
                "line 4, stream \"s\", field \"id\": \"two\" is no whole number");
    }

    @Test
    void aNumberThatJsonDoesNotKnow() {
        refuses(
                record("{\"id\":NaN,\"name\":\"b\"}"),
                "line 4 is no message (Non-standard token 'NaN': JSON has no such number, correct the tap to send null"
                        + " in its place): ");
        refuses(
                record("{\"id\":+1,\"name\":\"b\"}"),
                "line 4 is no message (Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow"
                        + " numbers to have plus signs): ");
    }

    @Test
    void aSchemaThatRefersToAnotherServer() {
        refuses(
                "{\"type\":\"SCHEMA\",\"stream\":\"x\",\"schema\":{\"properties\":{\"a\":{\"$ref\":\"http://x/y\"}}}}",
                "line 4, stream \"x\": the schema refers to \"http://x/y\"");
    }

    @Test
    void aSchemaWithANumberThatNobodyCanHold() {
        refuses(
                "{\"type\":\"SCHEMA\",\"stream\":\"x\",\"schema\":{\"properties\":{\"a\":{\"minimum\":1e99999999999}}}}",
                "line 4, stream \"x\": the schema cannot be read: it holds a number whose exponent has too many digits");
    }

    @Test
    void aSchemaWithoutProperties() {
        refuses("{\"type\":\"SCHEMA\",\"stream\":\"x\",\"schema\":{}}", "the schema has no \"properties\"");
    }

    @Test
    void aKeyThatIsNoProperty() {
        refuses(
                "{\"type\":\"SCHEMA\",\"stream\":\"x\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{}}}",
                "line 4, stream \"x\": key_properties names \"id\"");
    }

    @Test
    void anInputThatEndsInTheMiddleOfAMessage() {
        byte[] cut = (SCHEMA + "\n" + GOOD + "\n" + STATE + "\n{\"type\":\"REC").getBytes(StandardCharsets.UTF_8);

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(cut));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).startsWith("CRITICAL target-postgres: the input ends in the middle of line 4");
        assertThat(outcome.states()).containsExactly("{\"a\":1}");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void aLastLineWithoutItsEndIsStillAMessage() {
        byte[] whole = (SCHEMA + "\n" + GOOD + "\n" + STATE).getBytes(StandardCharsets.UTF_8);

        assertThat(loading.load(new ByteArrayInputStream(whole)).states()).containsExactly("{\"a\":1}");
    }

    @Test
    void aLineLongerThanAllowed() {
        loading.with("max_message_bytes", "2048");

        refuses(
                record("{\"id\":2,\"name\":\"" + "x".repeat(3000) + "\"}"),
                "line 4 is longer than max_message_bytes (2048)");
    }

    @Test
    void aWrongPassword() {
        loading.with("password", "\"not the one\"");

        Loading.Outcome outcome = loading.load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("CRITICAL target-postgres: the server at 127.0.0.1:")
                .contains("refuses user \"postgres\"", "correct user and password")
                .doesNotContain("not the one")
                .hasLineCount(1);
    }

    @Test
    void aServerThatCannotBeReached() {
        loading.with("port", "1").with("retry_seconds", "1");

        Loading.Outcome outcome = loading.load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(outcome.errors())
                .contains("gave up on the database at 127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void aDatabaseThatIsNotThere() {
        loading.with("database", "\"nowhere\"");

        assertThat(loading.load(SCHEMA).errors()).contains("there is no database \"nowhere\"");
    }

    @Test
    void aMistypedSettingIsNamedWithAllOthers() {
        loading.with("port", "\"five\"").with("identifier_case", "\"upper\"").with("state_id", "\"x\"");

        Loading.Outcome outcome = loading.load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("'port'")
                .contains("'identifier_case' must be one of lower, preserve, snake");
    }

    @Test
    void aSettingThatIsNotBuiltIsRefusedByName() {
        loading.with("ssh_tunnel", "{\"enable\": true}");

        assertThat(loading.load(SCHEMA).errors())
                .contains("'ssh_tunnel' is not supported; open the tunnel with ssh")
                .hasLineCount(1);
    }

    @Test
    void aKeyThatAViewKeepsFromChanging() {
        loading.load(SCHEMA, GOOD);
        loading.execute("CREATE VIEW v AS SELECT id FROM s");

        Loading.Outcome outcome = loading.load(
                SCHEMA.replace("[\"null\",\"integer\"]", "\"number\""), record("{\"id\":1.5,\"name\":\"b\"}"));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("the key column \"id\" of \"public\".\"s\" is of type bigint", "it is used by view v")
                .hasLineCount(1);
    }

    private void refuses(String line, String message) {
        Loading.Outcome outcome = loading.load(SCHEMA, GOOD, STATE, line, "{\"type\":\"STATE\",\"value\":2}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("CRITICAL target-postgres: ")
                .contains(message)
                .hasLineCount(1);
        assertThat(outcome.states()).isEqualTo(List.of("{\"a\":1}"));
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":" + json + "}";
    }
}
