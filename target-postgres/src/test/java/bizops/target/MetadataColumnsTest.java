package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The columns that say when a row came, in which order and of which version, and that no tap writes into. */
final class MetadataColumnsTest {
    private static final String COLUMNS =
            "SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attname)"
                    + " FROM pg_attribute WHERE attrelid = 's'::regclass AND attnum > 0 AND attname LIKE '\\_sdc%'";

    private final Loading loading = new Loading();

    @Test
    void theirNamesAndTypesAreThoseOfOtherTargets() {
        loading.loads(schema(""), record("\"id\":1"));

        assertThat(loading.value(COLUMNS))
                .isEqualTo("_sdc_batched_at timestamp with time zone, _sdc_deleted_at timestamp with time zone,"
                        + " _sdc_extracted_at timestamp with time zone, _sdc_received_at timestamp with time zone,"
                        + " _sdc_sequence bigint, _sdc_sync_started_at bigint, _sdc_table_version bigint");
    }

    @Test
    void theySayWhenARowCameAndOfWhichVersion() {
        loading.execute("CREATE TABLE before AS SELECT clock_timestamp() AS at");
        loading.loads(
                schema(""),
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"version\":9223372036854775807,"
                        + "\"time_extracted\":\"2024-05-01T10:00:00.123456Z\",\"record\":{\"id\":1}}",
                record("\"id\":2"));

        assertThat(loading.rows("SELECT id, _sdc_extracted_at, _sdc_table_version, _sdc_deleted_at FROM s ORDER BY id")
                        .toString())
                .isEqualTo("[[1, 2024-05-01 10:00:00.123456+00, 9223372036854775807, null], [2, null, null, null]]");
        assertThat(loading.value(
                        "SELECT count(*) FROM s, before WHERE _sdc_received_at BETWEEN at - interval '1 ms' AND"
                                + " clock_timestamp() AND _sdc_batched_at BETWEEN at AND clock_timestamp() AND"
                                + " _sdc_sync_started_at BETWEEN extract(epoch FROM at) * 1000 - 1 AND"
                                + " extract(epoch FROM clock_timestamp()) * 1000"))
                .isEqualTo("2");
        assertThat(loading.value("SELECT count(DISTINCT _sdc_sync_started_at) FROM s"))
                .isEqualTo("1");
    }

    @Test
    void rowsAreNumberedInTheOrderThatTheyCame() {
        loading.with("batch_size_rows", "2");
        loading.loads(
                schema("").replace("[\"id\"]", "[]"),
                record("\"id\":1"),
                record("\"id\":2"),
                record("\"id\":3"),
                record("\"id\":4"),
                record("\"id\":5"));

        assertThat(loading.value("SELECT string_agg(id::text, '' ORDER BY _sdc_sequence) FROM s"))
                .isEqualTo("12345");
        assertThat(loading.value("SELECT count(DISTINCT _sdc_sequence) FROM s")).isEqualTo("5");
    }

    @Test
    void withoutThemATableHasWhatItsStreamHas() {
        loading.with("add_record_metadata", "false").loads(schema(""), record("\"id\":1"));

        assertThat(loading.value(COLUMNS)).isNull();
    }

    @Test
    void aTapsOwnPropertyOfAnotherNameIsData() {
        loading.loads(schema(",\"_sdc_lsn\":{\"type\":\"integer\"}"), record("\"id\":1,\"_sdc_lsn\":77"));

        assertThat(loading.value("SELECT _sdc_lsn FROM s")).isEqualTo("77");
    }

    @Test
    void aTapThatSendsThemDoesNotOverwriteThem() {
        String own = "\"_sdc_received_at\":\"2001-01-01T00:00:00Z\",\"_sdc_sequence\":-5,\"_sdc_table_version\":3,"
                + "\"_sdc_batched_at\":\"2001-01-01T00:00:00Z\"";
        loading.loads(
                schema(",\"_sdc_received_at\":{\"type\":\"string\",\"format\":\"date-time\"},\"_sdc_sequence\":"
                        + "{\"type\":\"integer\"},\"_sdc_table_version\":{\"type\":\"integer\"}"),
                record("\"id\":1," + own));

        assertThat(loading.rows("SELECT _sdc_received_at > '2024-01-01', _sdc_batched_at > '2024-01-01',"
                        + " _sdc_sequence > 0, _sdc_table_version FROM s"))
                .singleElement()
                .satisfies(row -> assertThat(row.subList(0, 3)).isEqualTo(List.of("t", "t", "t")))
                .satisfies(row -> assertThat(row.get(3)).isNull());
    }

    @Test
    void aPropertyOfTheirNameIsToldAndCanBeRenamed() {
        String schema = schema(
                ",\"_sdc_sequence\":{\"type\":\"integer\"},\"_sdc_deleted_at\":{\"type\":[\"null\",\"string\"]}");
        try (LogLines log = new LogLines()) {
            loading.loads(schema, record("\"id\":1,\"_sdc_sequence\":-5"), schema);

            assertThat(log.warnings())
                    .containsExactly("WARN stream \"s\": property \"_sdc_sequence\" has the name of one of the target's"
                            + " own columns and is dropped; rename it with stream_maps to load it");
        }

        loading.with("stream_maps", "{\"s\":{\"source_sequence\":\"_sdc_sequence\",\"_sdc_sequence\":null}}");
        loading.loads(schema, record("\"id\":1,\"_sdc_sequence\":-5"));

        assertThat(loading.value("SELECT source_sequence FROM s")).isEqualTo("-5");
    }

    private static String schema(String more) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + "\"id\":{\"type\":\"integer\"}" + more + "}}}";
    }

    private static String record(String members) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{" + members + "}}";
    }
}
