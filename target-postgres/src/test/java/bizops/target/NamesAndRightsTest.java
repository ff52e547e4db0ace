package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of any name have a table of their own, made with no more rights than it takes. */
final class NamesAndRightsTest {
    private final Loading loading = new Loading();

    @ParameterizedTest
    @ValueSource(strings = {"select", "a\\\"b%s:c", "ünïcødé 表", " ", "pg_class", "x'y\\\\z"})
    void anyNameIsATable(String stream) {
        for (int run = 0; run < 2; run++) {
            loading.loads(schema(stream, "integer"), record(stream, 1));
        }
        loading.loads(schema(stream, "number"), record(stream, 1));

        assertThat(loading.value("SELECT n_live FROM (SELECT (xpath('/row/c/text()', query_to_xml(format("
                        + "'SELECT count(*) AS c FROM %I.%I', schemaname, tablename), false, true, '')))[1]::text AS n_live"
                        + " FROM pg_tables WHERE schemaname = 'public') AS counts"))
                .isEqualTo("1");
    }

    @Test
    void longNamesThatBeginAlikeStayApart() {
        String name = "n".repeat(100);
        loading.with("indices", "{\"" + name + "a\":[\"v\"],\"" + name + "b\":[\"v\"]}");
        for (int run = 0; run < 2; run++) {
            loading.loads(
                    schema(name + "a", "integer"),
                    record(name + "a", 1),
                    schema(name + "b", "integer"),
                    record(name + "b", 1),
                    record(name + "b", 2));
        }

        assertThat(loading.rows(
                                "SELECT length(relname), reltuples >= -1, (SELECT count(*) FROM pg_index WHERE indrelid ="
                                        + " c.oid) FROM pg_class AS c WHERE relname LIKE 'nnn%' AND relkind = 'r'")
                        .toString())
                .isEqualTo("[[63, t, 2], [63, t, 2]]");
    }

    @Test
    void namesThatDifferInCaseAloneAreOneTableOrAnError() {
        assertThat(loading.load(schema("Orders", "integer"), schema("orders", "string"))
                        .errors())
                .contains(
                        "streams \"Orders\" and \"orders\" both go to table \"public\".\"orders\" with different schemas")
                .hasLineCount(1);
        loading.with("identifier_case", "\"preserve\"")
                .loads(schema("Orders", "integer"), record("Orders", 1), schema("orders", "string"));
        assertThat(loading.value("SELECT count(*) FROM \"Orders\"")).isEqualTo("1");
        assertThat(loading.value("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "VIEW s AS SELECT 1 AS id,a view",
        "SEQUENCE s,a sequence",
        "MATERIALIZED VIEW s AS SELECT 1 AS id,a materialized view",
        "TABLE t (a int); CREATE INDEX s ON t (a),an index"
    })
    void whatHasTheNameAndIsNoTableIsNamed(String other, String kind) {
        loading.execute("CREATE " + other);

        assertThat(loading.load(schema("s", "integer"), record("s", 1)).errors())
                .contains("\"public\".\"s\" is no table but " + kind + "; rename it")
                .hasLineCount(1);
    }

    @Test
    void aSchemaThatIsThereTakesNoRightOnTheDatabase() {
        loading.execute("DROP ROLE IF EXISTS names_loader; CREATE ROLE names_loader LOGIN PASSWORD 'secret';"
                + " REVOKE ALL ON DATABASE \"" + loading.database().name() + "\" FROM PUBLIC;"
                + " GRANT CONNECT, TEMPORARY ON DATABASE \""
                + loading.database().name() + "\" TO names_loader;"
                + " CREATE SCHEMA raw; GRANT USAGE, CREATE ON SCHEMA raw TO names_loader");
        try {
            loading.with("user", "\"names_loader\"").with("password", "\"secret\"");
            loading.with("default_target_schema", "\"raw\"").loads(schema("s", "integer"), record("s", 1));
            Loading.Outcome refused =
                    loading.with("default_target_schema", "\"elsewhere\"").load(schema("s", "integer"));

            assertThat(loading.value("SELECT id FROM raw.s")).isEqualTo("1");
            assertThat(refused.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(refused.errors())
                    .contains("user \"names_loader\" lacks a right (stream \"s\")")
                    .hasLineCount(1);
        } finally {
            loading.execute("DROP OWNED BY names_loader; DROP ROLE names_loader");
        }
    }

    private static String schema(String stream, String type) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream
                + "\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"},"
                + "\"v\":{\"type\":\"" + type + "\"}}}}";
    }

    private static String record(String stream, int id) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"id\":" + id + ",\"v\":1}}";
    }
}
