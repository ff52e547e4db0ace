package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a stream's table stands, who may read it, and which indexes it has. */
final class RoutingTest {
    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            cost-type          | -    | -   | public.cost_type
            a.b-C              | -    | raw | raw.a_b_c
            cost-type          | none | -   | public.cost_type
            crm-lead           | auto | -   | crm.lead
            Crm-Lead           | auto | -   | crm.lead
            crm-lead           | auto | raw | raw.lead
            db-crm-lead        | auto | raw | raw.lead
            db-crm-lead-source | auto | -   | crm.lead_source
            lead               | auto | -   | public.lead
            lead               | auto | raw | raw.lead
            -lead              | auto | raw | raw._lead
            crm-               | auto | raw | raw.crm_
            """)
    void aStreamGoesToItsTable(String stream, String split, String schema, String table) {
        if (split != null) {
            loading.with("stream_name_split", '"' + split + '"');
        }
        if (schema != null) {
            loading.with("default_target_schema", '"' + schema + '"');
        }

        try (LogLines log = new LogLines()) {
            load(stream);

            assertThat(log.lines())
                    .contains("INFO stream \"" + stream + "\" -> \"" + table.replace(".", "\".\"") + "\"");
        }
        assertThat(loading.value("SELECT count(*) FROM " + table)).isEqualTo("1");
    }

    @Test
    void aSourceSchemaIsMappedAndEverythingElseGoesToTheDefault() {
        loading.with(
                        "schema_mapping",
                        "{\"crm\":{\"target_schema\":\"Sales Raw\"},\"erp\":{\"target_schema\":\"erp\"}}")
                .with("default_target_schema", "\"rest\"");
        load("crm-lead");
        load("db-erp-order-line");
        load("other-thing");
        load("plain");

        assertThat(loading.rows("SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN"
                                + " ('pg_catalog', 'information_schema', 'bizops') ORDER BY 1, 2")
                        .toString())
                .isEqualTo("[[Sales Raw, lead], [erp, order_line], [rest, plain], [rest, thing]]");
    }

    @Test
    void aMappingWithoutASplitIsAContradiction() {
        loading.with("schema_mapping", "{\"crm\":{\"target_schema\":\"a\"}}").with("stream_name_split", "\"none\"");

        assertThat(run("crm-lead").errors())
                .contains("'schema_mapping'", "set 'stream_name_split' to auto")
                .hasLineCount(1);
    }

    @Test
    void aMappingWithoutATargetIsRefused() {
        loading.with("schema_mapping", "{\"crm\":{\"indices\":{\"lead\":\"a\"}}}");

        assertThat(run("crm-lead").errors()).contains("schema_mapping");
    }

    @Test
    void rolesMayReadWhatIsMadeAndNothingElse() {
        loading.execute("DROP ROLE IF EXISTS \"routing Reader\"; DROP ROLE IF EXISTS routing_other;"
                + " CREATE ROLE \"routing Reader\"; CREATE ROLE routing_other;"
                + " CREATE SCHEMA raw; CREATE TABLE raw.there (id bigint PRIMARY KEY, v text)");
        loading.with(
                        "schema_mapping",
                        "{\"crm\":{\"target_schema\":\"crm\",\"target_schema_select_permissions\":\"routing_other\"},"
                                + "\"raw\":{\"target_schema\":\"raw\"},\"new\":{\"target_schema\":\"new\"}}")
                .with("default_target_schema_select_permissions", "[\"routing Reader\"]");
        load("crm-lead");
        load("raw-made");
        load("raw-there");
        load("new-made");

        assertThat(loading.rows("SELECT n.nspname, c.relname, r.rolname, has_schema_privilege(r.oid, n.oid, 'USAGE'),"
                                + " has_table_privilege(r.oid, c.oid, 'SELECT'), has_table_privilege(r.oid, c.oid, 'INSERT')"
                                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN pg_roles r"
                                + " WHERE n.nspname IN ('crm', 'raw', 'new') AND c.relkind = 'r' AND r.rolname LIKE 'routing%'"
                                + " ORDER BY 1, 2, 3")
                        .toString())
                .isEqualTo("[[crm, lead, routing Reader, f, f, f], [crm, lead, routing_other, t, t, f],"
                        + " [new, made, routing Reader, t, t, f], [new, made, routing_other, f, f, f],"
                        + " [raw, made, routing Reader, f, t, f], [raw, made, routing_other, f, f, f],"
                        + " [raw, there, routing Reader, f, f, f], [raw, there, routing_other, f, f, f]]");
        loading.execute("DROP OWNED BY \"routing Reader\", routing_other; DROP ROLE \"routing Reader\", routing_other");
    }

    @Test
    void oneRoleMayBeGivenAsATextAndPublicIsEverybody() {
        loading.with("default_target_schema_select_permission", "\"public\"").with("default_target_schema", "\"raw\"");
        load("lead");

        assertThat(loading.value("SELECT relacl::text FROM pg_class WHERE oid = 'raw.lead'::regclass"))
                .contains("=r/postgres");
    }

    @Test
    void aRoleThatIsMissingIsNamed() {
        loading.with("default_target_schema_select_permissions", "[\"nobody\"]");

        Loading.Outcome outcome = run("lead");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("the settings let \"nobody\" read", "create it, or correct")
                .hasLineCount(1);
        assertThat(loading.rows("SELECT 1 FROM pg_tables WHERE tablename = 'lead'"))
                .isEmpty();
    }

    @Test
    void indexesAreMadeOnceAndFoundAgain() {
        loading.with(
                        "schema_mapping",
                        "{\"crm\":{\"target_schema\":\"crm\",\"indices\":{\"Lead\":[\"V\",\"id\",\"v, _sdc_sequence\"]}}}")
                .with("indices", "{\"crm-Lead\":[\"v\"],\"unheard of\":[\"x\"]}");
        load("crm-Lead");
        try (LogLines log = new LogLines()) {
            load("crm-Lead");
            assertThat(log.lines()).noneMatch(line -> line.contains("CREATE"));
        }

        assertThat(loading.rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'crm' ORDER BY indexname")
                        .toString())
                .isEqualTo("[[CREATE UNIQUE INDEX lead_pkey ON crm.lead USING btree (id)],"
                        + " [CREATE INDEX lead_v__sdc_sequence_idx ON crm.lead USING btree (v, _sdc_sequence)],"
                        + " [CREATE INDEX lead_v_idx ON crm.lead USING btree (v)]]");
    }

    @Test
    void anIndexComesToATableThatIsThereUnderANameThatIsFree() {
        load("lead");
        loading.execute("CREATE TABLE lead_v_idx (i int)");
        loading.with("indices", "{\"lead\":[\"v\"]}");
        load("lead");
        load("lead");

        assertThat(loading.rows("SELECT indexname ~ '^lead_v_idx_[0-9a-f]{8}$' FROM pg_indexes"
                                + " WHERE tablename = 'lead' AND indexname <> 'lead_pkey'")
                        .toString())
                .isEqualTo("[[t]]");
    }

    @Test
    void anIndexOnNoColumnIsAnError() {
        loading.with("indices", "{\"lead\":[\"v,nothing\"]}");

        assertThat(run("lead").errors())
                .contains("stream \"lead\"", "an index on \"nothing\"")
                .hasLineCount(1);
    }

    @Test
    void twoStreamsOfDifferentSchemasDoNotShareATable() {
        loading.with("schema_mapping", "{\"a\":{\"target_schema\":\"x\"},\"b\":{\"target_schema\":\"x\"}}");

        assertThat(loading.load(schema("a-t"), schema("b-t").replace("string", "integer"))
                        .errors())
                .contains("streams \"a-t\" and \"b-t\" both go to table \"x\".\"t\"");
        assertThat(loading.load(schema("a-t"), schema("b-t"), record("b-t")).errors())
                .isEmpty();
    }

    private void load(String stream) {
        assertThat(run(stream).errors()).isEmpty();
    }

    private Loading.Outcome run(String stream) {
        return loading.load(schema(stream), record(stream));
    }

    private static String schema(String stream) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream
                + "\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":"
                + "{\"id\":{\"type\":\"integer\"},\"V\":{\"type\":\"string\"}}}}";
    }

    private static String record(String stream) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"id\":1,\"V\":\"x\"}}";
    }
}
