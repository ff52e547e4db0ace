package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator sets for all sessions changes nothing in what a table holds. */
final class ServerDefaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TimeZone = 'America/New_York'",
                "DateStyle = 'SQL, DMY'",
                "IntervalStyle = 'sql_standard'",
                "standard_conforming_strings = off",
                "search_path = 'nowhere'",
                "idle_in_transaction_session_timeout = 1",
                "default_transaction_isolation = 'serializable'",
                "bytea_output = 'escape'",
                "extra_float_digits = -15",
                "client_encoding = 'LATIN1'",
                "quote_all_identifiers = on"
            })
    void aDefaultOfTheServerIsNotTheTargets(String setting) {
        Loading loading = new Loading();
        loading.execute("ALTER DATABASE \"" + loading.database().name() + "\" SET " + setting);
        String schema = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + "\"id\":{\"type\":\"integer\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                + "\"day\":{\"type\":\"string\",\"format\":\"date\"},\"A'\\\\b\":{\"type\":\"string\"},"
                + "\"o\":{\"type\":\"object\"}}}}";
        String record = "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1,\"at\":\"2024-03-04T23:30:00\","
                + "\"day\":\"2024-03-04\",\"A'\\\\b\":\"x'\\\\y €\"}}";

        for (int run = 0; run < 2; run++) {
            loading.loads(schema, record);
            loading.loads(schema.replace("\"integer\"", "\"number\""), record);
        }

        loading.execute("ALTER DATABASE \"" + loading.database().name() + "\" RESET ALL");
        assertThat(loading.rows(
                                "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), to_char(day, 'YYYY-MM-DD'),"
                                        + " \"a'\\b\" FROM public.s")
                        .toString())
                .isEqualTo("[[2024-03-04 23:30, 2024-03-04, x'\\y €]]");
        assertThat(loading.value("SELECT count(*) FROM pg_catalog.pg_attribute WHERE attrelid = 'public.s'::regclass"
                        + " AND attnum > 0 AND attname NOT LIKE '@_sdc%' ESCAPE '@'"))
                .isEqualTo("5");
    }

    @Test
    void aStatementMayTakeAsLongAsItTakes() {
        Loading loading = new Loading();
        loading.execute(
                "CREATE TABLE s (id bigint PRIMARY KEY); CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN PERFORM pg_sleep(1.5); RETURN new; END'; CREATE TRIGGER slow BEFORE INSERT ON s FOR EACH ROW"
                        + " EXECUTE FUNCTION slow(); ALTER DATABASE \""
                        + loading.database().name()
                        + "\" SET statement_timeout = '1s'");

        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                        + "\"id\":{\"type\":\"integer\"}}}}",
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1}}");

        assertThat(loading.value("SELECT id FROM s")).isEqualTo("1");
    }
}
