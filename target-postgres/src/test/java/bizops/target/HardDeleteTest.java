package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** What removes rows for good, and what guards against it. */
final class HardDeleteTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"}}}}";
    private static final String ACTIVATE = "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":2}";

    private final Loading loading = new Loading().with("hard_delete", "true");

    @Test
    void aVersionThatBroughtNoRowsDoesNotEmptyATable() {
        loading.load(SCHEMA, row(1, 1), row(2, 1));

        Loading.Outcome outcome = loading.load(SCHEMA, ACTIVATE);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("table \"public\".\"s\": ACTIVATE_VERSION 2 would remove every row")
                .contains("set allow_empty_activation to true");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("2");
    }

    @Test
    void norDoesItWhereOnlyRowsFromElsewhereWouldStay() {
        loading.load(SCHEMA, row(1, 1), row(2, 1));
        loading.execute("INSERT INTO s (id) VALUES (3)");

        Loading.Outcome outcome = loading.load(SCHEMA, ACTIVATE);

        assertThat(outcome.errors()).contains("would remove every row");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("3");
    }

    @Test
    void unlessItIsAllowedTo() {
        loading.load(SCHEMA, row(1, 1), row(2, 1));
        loading.execute("INSERT INTO s (id) VALUES (3)");

        loading.with("allow_empty_activation", "true").load(SCHEMA, ACTIVATE);

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("0");
    }

    @Test
    void aTableThatNoVersionWasLoadedIntoIsActivatedAtTheStartOfItsFirstLoad() {
        loading.loads(SCHEMA);
        loading.execute("INSERT INTO s (id) VALUES (3)");

        loading.loads(SCHEMA, ACTIVATE, row(1, 2));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("2");
    }

    @Test
    void aCheckpointSaysThatRowsAreGone() {
        loading.load(SCHEMA, row(1, 1), row(2, 1));
        loading.load(
                SCHEMA,
                "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1,\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}}");

        assertThat(loading.rows("SELECT is_rewrite FROM bizops.checkpoint ORDER BY checkpoint_id")
                        .toString())
                .isEqualTo("[[f], [t]]");
    }

    private static String row(int id, int version) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"version\":" + version + ",\"record\":{\"id\":" + id + "}}";
    }
}
