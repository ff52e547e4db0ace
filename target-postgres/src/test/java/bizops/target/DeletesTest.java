package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Deletes mark rows: those that a tap reports, and those that a full load no longer brings. */
final class DeletesTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"required\":[\"id\",\"a\"],"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"},\"a\":{\"type\":\"integer\"},"
                    + "\"b\":{\"type\":[\"null\",\"integer\"]},\"_sdc_deleted_at\":{\"type\":\"string\"}}}}";
    private static final String MARKED = "\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"";

    @Test
    void aDeleteKeepsTheRowAndALaterRecordRevivesIt() {
        Loading loading = new Loading();
        load(loading, SCHEMA, record("\"id\":1,\"a\":1,\"b\":2"), record("\"id\":1," + MARKED));
        assertThat(rows(loading)).isEqualTo("[[1, 1, 2, 2024-01-01 00:00:00+00]]");
        String sequence = loading.value("SELECT _sdc_sequence FROM s");

        load(loading, SCHEMA, record("\"id\":1,\"a\":1,\"b\":2"));

        assertThat(rows(loading)).isEqualTo("[[1, 1, 2, null]]");
        assertThat(loading.value("SELECT _sdc_sequence > " + sequence + " FROM s"))
                .isEqualTo("t");
    }

    @Test
    void aDeleteThatSaysNothingNewLeavesItsRowAlone() {
        Loading loading = new Loading();
        load(loading, SCHEMA, record("\"id\":1," + MARKED));
        String before = loading.value("SELECT _sdc_sequence || ' ' || xmin FROM s");

        load(loading, SCHEMA, record("\"id\":1," + MARKED));

        assertThat(loading.value("SELECT _sdc_sequence || ' ' || xmin FROM s")).isEqualTo(before);
    }

    @Test
    void aDeleteOfAnUnknownKeyIsARowMarkedDeleted() {
        Loading loading = new Loading();
        load(loading, SCHEMA, record("\"id\":5," + MARKED));

        assertThat(rows(loading)).isEqualTo("[[5, null, null, 2024-01-01 00:00:00+00]]");
    }

    @Test
    void aRowRevivedBehindAnActivationIsNewerThanItsMark() {
        Loading loading = new Loading();
        load(loading, SCHEMA, version(1, "\"id\":1,\"a\":1"));

        load(
                loading,
                SCHEMA,
                version(2, "\"id\":2,\"a\":1"),
                "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":2}",
                version(2, "\"id\":1,\"a\":1"));

        assertThat(loading.value("SELECT count(*) FROM s WHERE _sdc_deleted_at IS NULL"))
                .isEqualTo("2");
        // The mark took a number between the two rows.
        assertThat(loading.value("SELECT max(_sdc_sequence) - min(_sdc_sequence) > 1 FROM s"))
                .isEqualTo("t");
        assertThat(loading.value("SELECT max(greatest_sequence) >= (SELECT max(_sdc_sequence) FROM s)"
                        + " FROM bizops.checkpoint"))
                .isEqualTo("t");
    }

    private static String version(long version, String members) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"version\":" + version + ",\"record\":{" + members + "}}";
    }

    @Test
    void aFullLoadMarksWhatItNoLongerBrings() {
        Loading loading = new Loading();
        load(loading, SCHEMA, versioned(1, 100), versioned(2, 100), activate(100));
        load(loading, SCHEMA, versioned(1, 200), versioned(3, 200), activate(200), activate(200), activate(150));

        assertThat(loading.rows("SELECT id, _sdc_table_version, _sdc_deleted_at IS NULL FROM s ORDER BY id")
                        .toString())
                .isEqualTo("[[1, 200, t], [2, 100, f], [3, 200, t]]");
    }

    @Test
    void rowsWithoutAVersionAreOldOnlyIfTheLoadBroughtOthers() {
        Loading loading = new Loading();
        load(loading, SCHEMA, record("\"id\":1,\"a\":1"), activate(100));
        assertThat(loading.value("SELECT _sdc_deleted_at IS NULL FROM s")).isEqualTo("t");

        load(loading, SCHEMA, versioned(2, 100), activate(100));

        assertThat(loading.rows("SELECT id, _sdc_deleted_at IS NULL FROM s ORDER BY id")
                        .toString())
                .isEqualTo("[[1, f], [2, t]]");
    }

    @Test
    void versionsAndDeletesWorkWithoutTheOtherMetadata() {
        Loading loading = new Loading().with("add_record_metadata", "false");
        load(loading, SCHEMA, versioned(1, 100), versioned(2, 100), record("\"id\":2," + MARKED));
        load(loading, SCHEMA, versioned(3, 200), activate(200));

        assertThat(loading.value("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
                        + " WHERE attrelid = 's'::regclass AND attnum > 0"))
                .isEqualTo("id a b _sdc_deleted_at _sdc_table_version");
        assertThat(loading.rows("SELECT id, _sdc_deleted_at IS NULL FROM s ORDER BY id")
                        .toString())
                .isEqualTo("[[1, f], [2, f], [3, t]]");
    }

    private static void load(Loading loading, String... lines) {
        loading.loads(lines);
    }

    private static String rows(Loading loading) {
        return loading.rows("SELECT id, a, b, _sdc_deleted_at FROM s ORDER BY id")
                .toString();
    }

    private static String versioned(int id, int version) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"version\":" + version + ",\"record\":{\"id\":" + id
                + ",\"a\":1}}";
    }

    private static String activate(int version) {
        return "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":" + version + "}";
    }

    private static String record(String members) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{" + members + "}}";
    }
}
