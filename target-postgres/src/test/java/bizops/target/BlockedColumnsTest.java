package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that cannot be changed stays as it is: new values go to a column beside it, in this run and all later ones. */
final class BlockedColumnsTest {
    private static final String WHOLE = "\"v\":{\"type\":\"integer\"}";
    private static final String NUMBER = "\"v\":{\"type\":\"number\"}";
    private static final String TEXT = "\"v\":{\"type\":\"string\"}";
    private static final String OBJECT = "\"v\":{\"type\":\"object\"}";

    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13 | CREATE VIEW w AS SELECT v + 1 AS x FROM t | view w
            13 | CREATE MATERIALIZED VIEW w AS SELECT max(v) FROM t | materialized view w
            13 | CREATE VIEW w AS SELECT id FROM t WHERE v > 0; CREATE VIEW x AS SELECT v FROM t | view w, view x
            13 | CREATE RULE r AS ON DELETE TO t WHERE old.v < 0 DO ALSO NOTHING | table t
            13 | ALTER TABLE t ADD COLUMN twice bigint GENERATED ALWAYS AS (v * 2) STORED | column twice of table t
            13 | CREATE POLICY p ON t USING (v > 0) | policy p on table t
            15 | CREATE PUBLICATION p FOR TABLE t WHERE (v > 0) WITH (publish = 'insert') | publication of table t in publication p
            13 | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER g BEFORE UPDATE OF v ON t FOR EACH ROW EXECUTE FUNCTION f() | trigger g on table t
            14 | CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT max(v) FROM t; END | function f()
            """)
    void whateverStandsOnAColumnKeepsItAndIsNamed(int since, String sql, String reason) {
        assumeThat(Integer.parseInt(String.valueOf(loading.value("SHOW server_version_num"))))
                .isGreaterThanOrEqualTo(since * 10000);
        load(WHOLE, "{\"id\":1,\"v\":1}", "{\"id\":2,\"v\":2}");
        loading.execute(sql);

        try (LogLines log = new LogLines()) {
            load(NUMBER, "{\"id\":2,\"v\":2.5}", "{\"id\":3,\"v\":3.5}");

            assertThat(log.warnings())
                    .containsExactly(
                            "WARN stream \"T\": column \"v\" of \"public\".\"t\" stays bigint, because it is used by "
                                    + reason + "; new values go to the new column \"v__numeric\"");
        }
        assertThat(loading.rows("SELECT id, v, v__numeric FROM t ORDER BY id").toString())
                .isEqualTo("[[1, 1, null], [2, 2, 2.5], [3, null, 3.5]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE t ALTER v SET DEFAULT 5; ALTER TABLE t ADD CHECK (v & 255 >= 0) | operator does not exist
            ALTER TABLE t ALTER v SET DEFAULT 5                                         |
            CREATE TABLE o (v bigint UNIQUE); ALTER TABLE t ADD FOREIGN KEY (v) REFERENCES o (v) | foreign key constraint
            CREATE TABLE o (row t)                                                      | uses its row type
            """)
    void whatTheServerRefusesForAnotherReasonIsNoEndEither(String sql, String said) {
        load(WHOLE, "{\"id\":1}");
        loading.execute(sql);

        try (LogLines log = new LogLines()) {
            load(TEXT, "{\"id\":2,\"v\":\"x\"}");

            if (said == null) {
                assertThat(log.warnings()).isEmpty();
                assertThat(loading.value("SELECT v FROM t WHERE id = 2")).isEqualTo("x");
            } else {
                assertThat(log.warnings()).singleElement().asString().contains("the server says: ERROR:", said);
                assertThat(loading.value("SELECT v__text FROM t WHERE id = 2")).isEqualTo("x");
            }
        }
    }

    @Test
    void theNewColumnIsFoundAgainAndTheOldOneIsLeftAlone() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");
        load(NUMBER, "{\"id\":2,\"v\":2.5}");

        try (LogLines log = new LogLines()) {
            load(NUMBER, "{\"id\":3,\"v\":3.5}");
            load(WHOLE, "{\"id\":4,\"v\":4}");
            loading.execute("DROP VIEW w");
            load(NUMBER, "{\"id\":2,\"v\":2.75}");

            assertThat(log.warnings()).isEmpty();
            assertThat(log.lines()).noneMatch(line -> line.contains("ALTER"));
        }
        assertThat(loading.rows("SELECT id, v, v__numeric FROM t ORDER BY id").toString())
                .isEqualTo("[[1, 1, null], [2, null, 2.75], [3, null, 3.5], [4, null, 4]]");
        assertThat(loading.value("SELECT col_description('t'::regclass, attnum) FROM pg_attribute"
                        + " WHERE attrelid = 't'::regclass AND attname = 'v__numeric'"))
                .isEqualTo("singer:{\"name\":\"v\",\"replaces\":\"v\"}");
    }

    @Test
    void aColumnMayBeReplacedAgainAndAgain() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");
        load(NUMBER, "{\"id\":2,\"v\":2.5}");
        loading.execute("CREATE VIEW x AS SELECT v__numeric FROM t");
        load(TEXT, "{\"id\":3,\"v\":\"x\"}");
        load(OBJECT, "{\"id\":4,\"v\":{\"a\":1}}");
        loading.execute("CREATE VIEW y AS SELECT v__text FROM t");
        load(OBJECT, "{\"id\":5,\"v\":{}}");

        assertThat(loading.rows("SELECT id, v, v__numeric, v__text, pg_typeof(v__text) FROM t ORDER BY id")
                        .toString())
                .isEqualTo("[[1, 1, null, null, jsonb], [2, null, 2.5, null, jsonb], [3, null, null, \"x\", jsonb],"
                        + " [4, null, null, {\"a\": 1}, jsonb], [5, null, null, {}, jsonb]]");
    }

    @Test
    void theTwoColumnsMayBeMadeOneAgain() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");
        load(NUMBER, "{\"id\":2,\"v\":2.5}");

        loading.execute(
                "DROP VIEW w; UPDATE t SET v__numeric = v WHERE v__numeric IS NULL; ALTER TABLE t DROP COLUMN v;"
                        + " ALTER TABLE t RENAME COLUMN v__numeric TO v");
        load(NUMBER, "{\"id\":3,\"v\":3.5}");

        assertThat(loading.rows("SELECT id, v FROM t ORDER BY id").toString())
                .isEqualTo("[[1, 1], [2, 2.5], [3, 3.5]]");
        assertThat(loading.value("SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"
                        + " AND NOT attisdropped AND attname NOT LIKE '\\_sdc%'"))
                .isEqualTo("2");
    }

    @Test
    void aColumnThatIsFreeChangesBesideOneThatIsNot() {
        load(WHOLE + ",\"u\":{\"type\":\"integer\"}", "{\"id\":1,\"v\":1,\"u\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");

        load(NUMBER + ",\"u\":{\"type\":\"number\"}", "{\"id\":2,\"v\":2.5,\"u\":2.5}");

        assertThat(loading.rows("SELECT v, v__numeric, u FROM t ORDER BY id").toString())
                .isEqualTo("[[1, null, 1], [null, 2.5, 2.5]]");
    }

    @Test
    void aViewOnOtherColumnsIsNoObstacle() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT id FROM t");

        load(TEXT, "{\"id\":2,\"v\":\"x\"}");

        assertThat(loading.rows("SELECT v FROM t JOIN w USING (id) ORDER BY id").toString())
                .isEqualTo("[[1], [x]]");
    }

    @Test
    void aValueThatNeedsAWiderColumnGoesToTheNewOneToo() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");

        load(WHOLE, "{\"id\":2,\"v\":2}", "{\"id\":3,\"v\":9223372036854775808}");

        assertThat(loading.rows("SELECT v, v__numeric FROM t ORDER BY id").toString())
                .isEqualTo("[[1, null], [null, 2], [null, 9223372036854775808]]");
    }

    @Test
    void aPropertyWithTheNameOfTheNewColumnHasOneOfItsOwn() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("CREATE VIEW w AS SELECT v FROM t");
        String both = NUMBER + ",\"v__numeric\":{\"type\":\"string\"},\"V\":{\"type\":\"boolean\"}";

        load(both, "{\"id\":2,\"v\":2.5,\"v__numeric\":\"x\",\"V\":true}");
        load(both, "{\"id\":3,\"v\":3.5,\"v__numeric\":\"y\",\"V\":false}");

        assertThat(loading.rows("SELECT v__numeric FROM t ORDER BY id").toString())
                .isEqualTo("[[null], [x], [y]]");
        assertThat(loading.value("SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"
                        + " AND attname NOT LIKE '\\_sdc%'"))
                .isEqualTo("5");
        assertThat(loading.value("SELECT string_agg(value, ' ' ORDER BY id, value) FROM t, jsonb_each_text(to_jsonb(t))"
                        + " WHERE key NOT LIKE '\\_sdc%' AND key <> 'id'"))
                .isEqualTo("1 2.5 true x 3.5 false y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            character varying(5) | {"type":"string"}  | "abc" | "abcdef"   | value too long
            character(3)         | {"type":"string"}  | "abc" | "abcdef"   | value too long
            integer              | {"type":"integer"} | 7     | 2147483648 | integer out of range
            smallint             | {"type":"integer"} | 7     | 32768      | smallint out of range
            """)
    void aKeyThatCannotBeWidenedTakesWhatFitsAndRefusesTheRest(
            String type, String schema, String fits, String doesNot, String said) {
        loading.execute("CREATE TABLE t (k " + type + " PRIMARY KEY, v text); CREATE VIEW w AS SELECT k FROM t;"
                + " INSERT INTO t VALUES (" + fits.replace('"', '\'') + ", 'old')");
        String[] lines = {
            "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"k\"],\"schema\":{\"properties\":{\"k\":"
                    + schema + ",\"v\":{\"type\":\"string\"}}}}",
            "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":" + fits + ",\"v\":\"new\"}}",
            "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":{\"k\":" + doesNot + ",\"v\":\"new\"}}"
        };

        assertThat(loading.load(lines[0], lines[1]).errors()).isEmpty();
        assertThat(loading.load(lines).errors()).contains("stream \"T\"", said).hasLineCount(1);

        assertThat(loading.rows("SELECT k, v FROM t").toString()).isEqualTo("[[" + fits.replace("\"", "") + ", new]]");
    }

    @Test
    void aTableTooLargeToRewriteIsNotRewritten() {
        load(WHOLE + ",\"s\":{\"type\":\"string\"}", "{\"id\":1,\"v\":1,\"s\":\"x\"}");
        loading.execute("ALTER TABLE t ALTER s TYPE varchar(5)");
        loading.with("max_rewrite_bytes", "100");
        String file = loading.value("SELECT pg_relation_filenode('t')");

        try (LogLines log = new LogLines()) {
            load(NUMBER + ",\"s\":{\"type\":\"string\"}", "{\"id\":2,\"v\":2.5,\"s\":\"longer than five\"}");

            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("column \"v\"", "bytes, more than max_rewrite_bytes", "\"v__numeric\"");
        }
        assertThat(loading.rows("SELECT v, v__numeric, s FROM t ORDER BY id").toString())
                .isEqualTo("[[1, null, x], [null, 2.5, longer than five]]");
        assertThat(loading.value("SELECT pg_relation_filenode('t')")).isEqualTo(file);

        loading.with("max_rewrite_bytes", "100000000");
        load("\"s\":{\"type\":\"object\"}", "{\"id\":3,\"s\":{}}");
        assertThat(loading.value("SELECT pg_typeof(s) FROM t LIMIT 1")).isEqualTo("jsonb");
    }

    @Test
    void indexesGrantsAndTheDataSurviveAChange() {
        load(WHOLE, "{\"id\":1,\"v\":1}", "{\"id\":2,\"v\":2}");
        loading.execute("CREATE INDEX i ON t (v); DROP ROLE IF EXISTS blocked_reader; CREATE ROLE blocked_reader;"
                + " GRANT SELECT ON t TO blocked_reader; GRANT UPDATE (v) ON t TO blocked_reader");

        load(TEXT, "{\"id\":3,\"v\":\"x\"}");

        assertThat(loading.value("SELECT indexdef FROM pg_indexes WHERE indexname = 'i'"))
                .isEqualTo("CREATE INDEX i ON public.t USING btree (v)");
        assertThat(loading.rows("SELECT has_table_privilege('blocked_reader', 't', 'SELECT'),"
                                + " has_column_privilege('blocked_reader', 't', 'v', 'UPDATE')")
                        .toString())
                .isEqualTo("[[t, t]]");
        assertThat(loading.value("SELECT string_agg(v, ' ' ORDER BY id) FROM t"))
                .isEqualTo("1 2 x");
        loading.execute("DROP OWNED BY blocked_reader; DROP ROLE blocked_reader");
    }

    @Test
    void theServersOwnColumnsKeepTheirDefaults() {
        load(WHOLE, "{\"id\":1,\"v\":1}");
        loading.execute("ALTER TABLE t ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY, ADD COLUMN at timestamptz"
                + " NOT NULL DEFAULT '2024-01-01 00:00Z', ADD COLUMN note text; UPDATE t SET note = '';"
                + " ALTER TABLE t ALTER note SET NOT NULL");

        load(WHOLE, "{\"id\":2,\"v\":2}");

        assertThat(loading.rows("SELECT n, at, note FROM t ORDER BY id").toString())
                .isEqualTo("[[1, 2024-01-01 00:00:00+00, ], [2, 2024-01-01 00:00:00+00, null]]");
    }

    private void load(String properties, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = "{\"type\":\"SCHEMA\",\"stream\":\"T\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{"
                + "\"id\":{\"type\":\"integer\"}," + properties + "}}}";
        for (int i = 0; i < records.length; i++) {
            lines[i + 1] = "{\"type\":\"RECORD\",\"stream\":\"T\",\"record\":" + records[i] + "}";
        }
        loading.loads(lines);
    }
}
