package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed, dropped or passed over on the way is a warning, one for all records that share it. */
final class ToldOnceTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                    + "\"id\":{\"type\":\"integer\"},\"t\":{\"type\":\"string\"},\"o\":{\"type\":\"object\"},"
                    + "\"n\":{\"type\":[\"null\",\"number\"]},\"d\":{\"type\":\"string\",\"format\":\"date\"},"
                    + "\"h\":{\"type\":\"string\",\"format\":\"time\"}}}}";

    private final Loading loading = new Loading();
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void charactersThatPostgresCannotHoldAreCountedByField() {
        loads(
                SCHEMA,
                record("{\"id\":1,\"t\":\"a\\u0000\",\"o\":{\"k\\u0000\":\"\\ud800\"}}"),
                record("{\"id\":2,\"t\":\"\\udc00b\"}"));

        assertThat(log.warnings())
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).contains("stream \"s\", field \"t\": ").endsWith(": 2"))
                .anySatisfy(line -> assertThat(line).contains("stream \"s\", field \"o\": "));
        assertThat(loading.rows("SELECT t FROM s ORDER BY id").toString()).isEqualTo("[[a\uFFFD], [\uFFFDb]]");
    }

    @Test
    void emptyTextsThatBecomeNullAreCountedByField() {
        loads(SCHEMA, record("{\"id\":1,\"d\":\"\",\"n\":\"\",\"t\":\"\"}"), record("{\"id\":2,\"d\":\"\"}"));

        assertThat(log.warnings())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("field \"d\": ").endsWith(": 2"))
                .anySatisfy(line -> assertThat(line).contains("field \"n\": ").endsWith(": 1"));
        assertThat(loading.rows("SELECT t, n, d FROM s ORDER BY id").toString())
                .isEqualTo("[[, null, null], [null, null, null]]");
    }

    @Test
    void aFieldWithoutAPropertyIsDroppedWithOneWarning() {
        loads(
                SCHEMA,
                record("{\"id\":1,\"more\":1,\"T\":\"x\"}"),
                record("{\"id\":2,\"more\":[{}]}"),
                SCHEMA,
                record("{\"id\":3,\"more\":null}"));

        assertThat(log.warnings())
                .containsExactlyInAnyOrder(
                        "WARN stream \"s\": field \"more\" is not in the schema and is dropped",
                        "WARN stream \"s\": field \"T\" is not in the schema and is dropped");
        assertThat(loading.value("SELECT count(*) FROM s WHERE t IS NULL")).isEqualTo("3");
    }

    @Test
    void datesThatATimeColumnLeavesOutAreCounted() {
        loads(SCHEMA, record("{\"id\":1,\"h\":\"2024-05-06 07:08:09\"}"), record("{\"id\":2,\"h\":\"07:08:09\"}"));

        assertThat(log.warnings())
                .containsExactly("WARN stream \"s\", field \"h\": date-times stored as a time, without their date: 1");
    }

    @Test
    void badValuesThatBecomeNullAreCounted() {
        loading.with("on_bad_value", "\"null\"");
        loads(SCHEMA, record("{\"id\":1,\"n\":\"many\"}"), record("{\"id\":2,\"n\":\"more\"}"));

        assertThat(log.warnings()).containsExactly("WARN stream \"s\", field \"n\": bad values stored as null: 2");
    }

    @Test
    void aStreamWithoutKeyIsToldOnceThatItsRowsAdd() {
        String keyless = SCHEMA.replace("[\"id\"]", "[]");
        loads(keyless, record("{\"id\":1}"), keyless, record("{\"id\":1}"));

        assertThat(log.warnings()).containsExactly("WARN stream \"s\" has no key: every run appends its rows");
    }

    @Test
    void aBookmarkThatFollowsAFieldLeftOutIsNamed() {
        String schema = SCHEMA.replace("\"schema\":", "\"bookmark_properties\":[\"id\",\"gone\"],\"schema\":");
        loads(schema, record("{\"id\":1}"), schema);

        assertThat(log.warnings())
                .containsExactly(
                        "WARN stream \"s\": bookmark_properties names \"gone\", which its schema does not have;"
                                + " select it in the tap's catalog if it was left out by mistake");
    }

    @Test
    void aTypeAskedForThatIsNotHonouredIsNamed() {
        loads(
                SCHEMA.replace("\"type\":\"object\"", "\"type\":\"object\",\"x-sql-datatype\":\"geometry\""),
                record("{\"id\":1}"));

        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains("stream \"s\", property \"o\": x-sql-datatype \"geometry\" is none of smallint");
    }

    @Test
    void settingsOfAnotherTargetAreToldOnlyIfTheyAskForSomething() {
        for (String setting :
                "use_copy state_support persist_empty_tables sanitize_null_text_characters flush_all_streams add_upsert_indexes disable_collection"
                        .split(" ", -1)) {
            loading.with(setting, "true");
        }
        loading.with("parallelism", "1")
                .with("dialect+driver", "\"postgresql+psycopg2\"")
                .loads(SCHEMA);
        assertThat(log.warnings()).isEmpty();

        loading.with("use_copy", "false")
                .with("state_support", "false")
                .with("persist_empty_tables", "false")
                .with("sanitize_null_text_characters", "false")
                .with("parallelism", "8")
                .with("max_parallelism", "8")
                .with("temp_dir", "\"/tmp\"")
                .with("dialect+driver", "\"redshift\"")
                .loads(SCHEMA);
        assertThat(log.warnings())
                .hasSize(8)
                .allMatch(line -> line.endsWith("' belongs to another target and has no effect here"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"enable":true,"host":"h"}   | true
            {"enable": "true"}           | true
            {"enable":false,"host":"h"}  | false
            {"host":"h"}                 | false
            """)
    void aTunnelIsRefusedOnlyIfItIsAskedFor(String tunnel, boolean refused) {
        assertThat(loading.with("ssh_tunnel", tunnel).load(SCHEMA).code())
                .isEqualTo(refused ? ExitCode.FAILURE : ExitCode.OK);
    }

    private void loads(String... lines) {
        loading.loads(lines);
    }

    private static String record(String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":" + json + "}";
    }
}
