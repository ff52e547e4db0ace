package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** With load_method overwrite a run's rows replace a table's, all at once when its input has ended well. */
final class OverwriteTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"},\"a\":{\"type\":\"string\"}}}}";
    private static final String KEYLESS = SCHEMA.replace("\"s\"", "\"k\"").replace("[\"id\"]", "[]");

    private final Loading loading =
            new Loading().with("load_method", "\"overwrite\"").with("batch_size_rows", "2");

    OverwriteTest() {
        loads(SCHEMA, record("s", 1, "old"), record("s", 2, "old"), KEYLESS, record("k", 1, "old"));
    }

    @Test
    void theRowsOfARunReplaceThoseOfTheTable() {
        Loading.Outcome outcome = loading.load(
                SCHEMA,
                state(1),
                record("s", 7, "first"),
                record("s", 3, "new"),
                record("s", 7, "last"),
                record("s", 8, "x"),
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":8,\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}}",
                KEYLESS,
                record("k", 1, "a"),
                state(2),
                record("k", 1, "a"));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.states()).containsExactly("{\"n\":2}");
        assertThat(loading.rows("SELECT id, a FROM s ORDER BY id").toString()).isEqualTo("[[3, new], [7, last]]");
        assertThat(loading.rows("SELECT id, a FROM k").toString()).isEqualTo("[[1, a], [1, a]]");
    }

    @Test
    void viewsGrantsAndIndexesSurvive() {
        loading.execute("CREATE VIEW v AS SELECT a FROM s; CREATE INDEX mine ON s (a); GRANT SELECT ON s TO PUBLIC");

        loads(SCHEMA, record("s", 5, "new"));

        assertThat(loading.value("SELECT a FROM v")).isEqualTo("new");
        assertThat(loading.value("SELECT count(*) FROM pg_indexes WHERE indexname = 'mine'"))
                .isEqualTo("1");
        assertThat(loading.value("SELECT relacl::text LIKE '%=r/%' FROM pg_class WHERE oid = 's'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void aRunThatFailsChangesNothingAndPrintsNoState() {
        Loading.Outcome outcome = loading.load(
                SCHEMA, record("s", 5, "new"), record("s", 6, "new"), state(1), record("s", 7, "new"), "{broken");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.states()).isEmpty();
        assertThat(loading.rows("SELECT id, a FROM s ORDER BY id").toString()).isEqualTo("[[1, old], [2, old]]");
    }

    @Test
    void anInputThatIsCutOffChangesNothing() {
        String cut = SCHEMA + "\n" + record("s", 5, "new") + "\n{\"type\":\"RECORD\",\"str";

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(loading.rows("SELECT id, a FROM s ORDER BY id").toString()).isEqualTo("[[1, old], [2, old]]");
    }

    @Test
    void aStreamWithoutRecordsEmptiesItsTableAndAnUnnamedOneIsLeftAlone() {
        loads(SCHEMA);

        assertThat(loading.value("SELECT (SELECT count(*) FROM s) || ' ' || (SELECT count(*) FROM k)"))
                .isEqualTo("0 1");
    }

    @Test
    void aWiderSchemaWidensTheTable() {
        loads(
                SCHEMA.replace("\"integer\"", "\"number\"").replace("}}}}", "},\"b\":{\"type\":\"array\"}}}}"),
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1.5,\"a\":\"x\",\"b\":[1]}}");

        assertThat(loading.rows("SELECT id, a, b FROM s").toString()).isEqualTo("[[1.5, x, [1]]]");
    }

    @Test
    void theCheckpointSaysThatTheTableIsToBeReadInFull() {
        assertThat(loading.rows("SELECT table_name, is_rewrite FROM bizops.checkpoint ORDER BY table_name")
                        .toString())
                .isEqualTo("[[k, t], [s, t]]");
    }

    private static String state(int n) {
        return "{\"type\":\"STATE\",\"value\":{\"n\":" + n + "}}";
    }

    private static String record(String stream, int id, String a) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"id\":" + id + ",\"a\":\"" + a + "\"}}";
    }

    private void loads(String... lines) {
        loading.loads(lines);
    }
}
