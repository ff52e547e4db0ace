package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas are never fetched from elsewhere, however deep the reference stands. */
final class RemoteReferenceTest {
    private final Loading loading = new Loading();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/x.json\"}}",
                "\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/x.json#/definitions/a\"}}",
                "\"properties\":{\"a\":{\"$ref\":\"file:///etc/passwd\"}}",
                "\"properties\":{\"a\":{\"$ref\":\"other.json\"}}",
                "\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"other.json\"}]}}",
                "\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"properties\":{\"b\":{\"$ref\":\"other.json\"}}}}}",
                "\"definitions\":{\"a\":{\"$ref\":\"other.json\"}},\"properties\":{\"a\":{\"$ref\":\"#/definitions/a\"}}",
                "\"$id\":\"http://127.0.0.1:1/\",\"properties\":{\"a\":{\"$ref\":\"item.json\"}}",
                "\"properties\":{\"a\":{\"$id\":\"http://127.0.0.1:1/\",\"properties\":{\"b\":{\"$ref\":\"item.json\"}}}}",
                "\"properties\":{\"a\":{\"$id\":\"http://127.0.0.1:1/\",\"allOf\":[{\"$ref\":\"/item.json\"}]}}"
            })
    void aRemoteReferenceIsAnError(String schema) {
        Loading.Outcome outcome = loading.load("{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{" + schema + "}}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("line 1, stream \"s\": the schema refers to", "remote schemas are never fetched")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"$id\":\"http://127.0.0.1:1/s.json\",\"definitions\":{\"a\":{\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#/definitions/a\"}}",
                "\"definitions\":{\"a\":{\"$id\":\"#name\",\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#name\"}}",
                "\"definitions\":{\"b c\":{\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#/definitions/b%20c\"}}",
                "\"properties\":{\"a\":{\"type\":\"string\"},\"$ref\":{\"type\":\"string\"}}"
            })
    void aLocalReferenceIsFollowed(String schema) {
        Loading.Outcome outcome = loading.load(
                "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{" + schema + "}}",
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"a\":\"x\"}}");

        assertThat(outcome.errors()).isEmpty();
        assertThat(loading.rows("SELECT a, pg_typeof(a) FROM s").toString()).isEqualTo("[[x, text]]");
    }
}
