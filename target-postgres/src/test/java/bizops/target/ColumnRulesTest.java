package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** Personal values that become something else before anything of the target sees them. */
final class ColumnRulesTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"lead\",\"key_properties\":[\"id\"],\"schema\":"
                    + "{\"type\":\"object\",\"required\":[\"id\",\"phone\"],\"additionalProperties\":false,\"properties\":{"
                    + "\"id\":{\"type\":\"integer\"},\"email\":{\"type\":\"string\",\"format\":\"email\",\"maxLength\":30},"
                    + "\"phone\":{\"type\":\"string\"},\"born\":{\"type\":\"string\",\"format\":\"date\"},"
                    + "\"country\":{\"type\":\"string\"}}}}";
    private static final String RECORD = "{\"type\":\"RECORD\",\"stream\":\"lead\",\"record\":{\"id\":1,"
            + "\"email\":\" Ada@Example.com\",\"phone\":\"555\",\"born\":\"1980-07-31\",\"country\":\"DE\"}}";
    /** By {@code printf ada@example.com | openssl dgst -sha256 -hmac 0123456789abcdef}. */
    private static final String ADA = "512383176ce1b4c279ee430548cf07ec0b58efa588517b611c1f0da6d2b9e577";

    private final Loading loading = new Loading().with("column_rules_key", "\"0123456789abcdef\"");

    @Test
    void theTableHoldsWhatTheRulesMake() {
        rules(rule("lead", "email", "hash"), rule("*", "phone", "drop"), rule("l*", "born", "date_to_year"));

        loading.loads(SCHEMA, RECORD);

        assertThat(loading.rows("SELECT id, email, born, country FROM lead").toString())
                .isEqualTo("[[1, " + ADA + ", 1980-01-01, DE]]");
        assertThat(loading.value("SELECT count(*) FROM information_schema.columns WHERE column_name = 'phone'"))
                .isEqualTo("0");
    }

    @Test
    void aConditionIsAskedOfEachRow() {
        rules(
                "{\"stream\":\"lead\",\"column\":\"email\",\"rule\":\"domain_only\","
                        + "\"when\":{\"column\":\"country\",\"in\":[\"DE\",\"AT\"]}}",
                rule("lead", "email", "mask"));

        loading.loads(SCHEMA, RECORD, RECORD.replace("\"id\":1", "\"id\":2").replace("DE", "US"));

        assertThat(loading.rows("SELECT id, email FROM lead ORDER BY 1").toString())
                .isEqualTo("[[1, Example.com], [2, ***]]");
    }

    @Test
    void aHashedKeyStaysAKey() {
        rules(rule("lead", "id", "hash"));

        loading.loads(SCHEMA, RECORD, RECORD.replace("555", "556"));

        assertThat(loading.rows("SELECT phone FROM lead").toString()).isEqualTo("[[556]]");
    }

    @Test
    void aRuleForANamedStreamWithoutTheFieldEndsTheRunBeforeItsRows() {
        rules(rule("lead", "mail", "hash"));

        Loading.Outcome outcome = loading.load(SCHEMA, RECORD);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .hasLineCount(1)
                .contains("line 1, stream \"lead\"", "rule 1 (hash lead.mail)", "no such field");
        assertThat(loading.value("SELECT count(*) FROM pg_tables WHERE tablename = 'lead'"))
                .isEqualTo("0");
    }

    @Test
    void aRuleWhoseStreamNeverCameIsAWarning() {
        rules(rule("lead", "email", "mask"), rule("contact", "email", "mask"), rule("*", "ssn", "null"));

        try (LogLines log = new LogLines()) {
            loading.loads(SCHEMA, SCHEMA, RECORD);

            assertThat(log.warnings())
                    .satisfiesExactly(
                            contact -> assertThat(contact).contains("rule 2 (mask contact.email)"),
                            ssn -> assertThat(ssn).contains("rule 3 (null *.ssn)"));
        }
    }

    @Test
    void wrongRulesAreSaidAllAtOnceWithWhateverElseIsWrong() {
        rules(rule("lead", "email", "md5"), rule("lead", "", "mask"));

        Loading.Outcome outcome = loading.with("schema_mapping", "{\"crm\":{\"target_schema\":\"a\"}}")
                .with("stream_name_split", "\"none\"")
                .load(SCHEMA);

        assertThat(outcome.errors())
                .hasLineCount(3)
                .contains("rule 1: \"rule\" must be one of", "rule 2: \"column\"", "schema_mapping");
    }

    @Test
    void noErrorQuotesAPlainValue() {
        rules(rule("lead", "email", "mask"));

        String broken = RECORD.replace("\" Ada@Example.com\"", "Ada@Example.com");
        String cut = RECORD.substring(0, RECORD.indexOf(".com"));

        for (String line : new String[] {broken, cut, "ada@example.com"}) {
            Loading.Outcome outcome = loading.load(SCHEMA, line);

            assertThat(outcome.code()).as(line).isEqualTo(ExitCode.FAILURE);
            assertThat(outcome.errors()).contains("line 2").doesNotContainIgnoringCase("ada@example");
        }
    }

    @Test
    void aRecordThatIsPutAsideHasPassedTheRules() {
        rules(rule("lead", "email", "hash"));

        loading.with("on_bad_value", "\"reject\"").load(SCHEMA, RECORD.replace("1980-07-31", "1980-13-31"));

        assertThat(loading.value("SELECT record::text FROM _sdc_rejected"))
                .contains(ADA, "1980-13-31")
                .doesNotContainIgnoringCase("ada@example");
    }

    private void rules(String... rules) {
        loading.with("column_rules", "[" + String.join(",", rules) + "]");
    }

    private static String rule(String stream, String column, String rule) {
        return "{\"stream\":\"" + stream + "\",\"column\":\"" + column + "\",\"rule\":\"" + rule + "\"}";
    }
}
