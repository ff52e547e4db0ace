package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** What an error of the server during COPY says of the rows. */
final class CopyErrorTest {
    private static final String SCHEMA = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[],"
            + "\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"},\"name\":{\"type\":\"string\"}}}}";
    private static final String ROW =
            "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1,\"name\":\"Ada Lovelace\"}}";

    private final Loading loading = new Loading();

    @Test
    void aRowThatIsNotTheReasonIsNotQuoted() {
        loading.loads(SCHEMA);
        loading.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not today'; END $$;"
                + " CREATE TRIGGER no BEFORE INSERT ON s FOR EACH ROW EXECUTE FUNCTION no()");

        Loading.Outcome outcome = loading.load(SCHEMA, ROW);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("not today")
                .contains("COPY s, line 1")
                .doesNotContain("Lovelace");
    }
}
