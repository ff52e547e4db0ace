package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ACTIVATE_VERSION touches rows of older versions, and nothing that it could have been sent for by mistake. */
final class VersionGuardsTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"}}}}";
    private static final String KEYLESS = SCHEMA.replace("[\"id\"]", "[]");

    private final Loading loading = new Loading();
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void oneBeforeItsSchemaIsToldOnceAndChangesNothing() {
        loading.loads(SCHEMA, row(1, "1"), row(2, null));
        loading.loads(activate(3), activate(4), SCHEMA, row(3, "2"), activate(2));

        assertThat(living()).isEqualTo("3");
        assertThat(log.warnings())
                .containsExactly("WARN line 1: ACTIVATE_VERSION for stream \"s\" came before its SCHEMA and is ignored;"
                        + " rows of its older versions stay");
    }

    @Test
    void aBatchThatIsWrittenAgainForgetsWhatItActivatedTheFirstTime() {
        loading.loads(SCHEMA, activate(1), row(1, "1"), activate(2), row(1, "2"), row(2, "1"), activate(2));

        assertThat(living()).isEqualTo("1");
        assertThat(log.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOlderOneThanTheTableHoldsIsToldAndChangesNothing(boolean hard) {
        loading.loads(SCHEMA, row(1, "100"), row(2, "200"), row(3, null));
        loading.with("hard_delete", Boolean.toString(hard)).loads(SCHEMA, row(4, "150"), activate(150));

        assertThat(living()).isEqualTo("1 2 3 4");
        assertThat(log.warnings())
                .containsExactly("WARN table \"public\".\"s\": ACTIVATE_VERSION 150 is older than what the table holds"
                        + " and is ignored");
    }

    @Test
    void rowsOfTheSameBatchAreThereBeforeIt() {
        loading.with("hard_delete", "true").with("allow_empty_activation", "true");
        loading.loads(SCHEMA, row(1, "1"), row(2, "1"), row(2, "2"), activate(2), row(3, "2"), row(4, "1"));

        assertThat(living()).isEqualTo("2 3 4");
    }

    @Test
    void itCountsWhatItMarks() {
        loading.loads(SCHEMA, row(1, "1"), row(2, "1"), row(3, "2"), activate(2));

        assertThat(log.lines()).contains("INFO table \"public\".\"s\": version 2 is active, 2 rows marked deleted");
    }

    @Test
    void theSettingTurnsItOff() {
        loading.with("process_activate_version_messages", "false").loads(SCHEMA, row(1, "1"), row(2, "2"), activate(2));

        assertThat(living()).isEqualTo("1 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVersionWithoutRowsMarksOlderOnesButLeavesRowsWithoutVersion(boolean withRowsOfAnother) {
        loading.loads(SCHEMA, row(1, "1"), row(2, null));
        loading.loads(SCHEMA, withRowsOfAnother ? row(3, "1") : row(3, null), activate(2));

        assertThat(living()).isEqualTo(withRowsOfAnother ? "2" : "2 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upsert", "append-only"})
    void rowsThatAddUpAreOldToo(String method) {
        String schema = method.equals("upsert") ? KEYLESS : SCHEMA;
        loading.with("load_method", '"' + method + '"').with("hard_delete", "true");
        loading.loads(schema, row(1, "1"), row(1, "1"), activate(1));
        loading.loads(schema, row(1, "2"), row(2, "2"), activate(2));

        assertThat(living()).isEqualTo("1 2");
    }

    @Test
    void whereEveryRunReplacesTheTableItAsksForNothing() {
        loading.with("load_method", "\"overwrite\"").with("hard_delete", "true");
        loading.loads(SCHEMA, row(1, "2"), row(2, null), activate(3));

        assertThat(living()).isEqualTo("1 2");
    }

    @Test
    void aMarkIsNotMovedByALaterActivation() {
        loading.loads(SCHEMA, row(1, "1"), row(2, "2"), activate(2));
        String marked = loading.value("SELECT _sdc_deleted_at || ' ' || _sdc_sequence FROM s WHERE id = 1");
        loading.loads(SCHEMA, row(2, "3"), activate(3), activate(3));

        assertThat(loading.value("SELECT _sdc_deleted_at || ' ' || _sdc_sequence FROM s WHERE id = 1"))
                .isEqualTo(marked);
    }

    private String living() {
        return String.valueOf(
                loading.value("SELECT string_agg(id::text, ' ' ORDER BY id) FROM s WHERE _sdc_deleted_at IS NULL"));
    }

    private static String row(int id, @org.jspecify.annotations.Nullable String version) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\"," + (version == null ? "" : "\"version\":" + version + ",")
                + "\"record\":{\"id\":" + id + "}}";
    }

    private static String activate(int version) {
        return "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":" + version + "}";
    }
}
