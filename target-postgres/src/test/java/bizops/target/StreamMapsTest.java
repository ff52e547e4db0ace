package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and properties under other names, or left out. */
final class StreamMapsTest {
    private static final String SCHEMA = schema("leads");
    private static final String RECORD = record("leads");

    private final Loading loading = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email": null}                                 | id, name       | {"id": 1, "name": "Ann"}
            {"email": "__NULL__"}                           | id, name       | {"id": 1, "name": "Ann"}
            {"mail": "email", "email": null}                | id, name, mail | {"id": 1, "mail": "a@b.c", "name": "Ann"}
            {"mail": "record['email']"}                     | id, email, name, mail | {"id": 1, "mail": "a@b.c", "name": "Ann", "email": "a@b.c"}
            {"mail": "_[\\"email\\"]", "__else__": null}    | id, mail       | {"id": 1, "mail": "a@b.c"}
            {"mail": "record.email", "__else__": null}      | id, mail       | {"id": 1, "mail": "a@b.c"}
            {"mail": "_.get('email')", "__else__": null}    | id, mail       | {"id": 1, "mail": "a@b.c"}
            {"name": "self", "__else__": "__NULL__"}        | id, name       | {"id": 1, "name": "Ann"}
            {"source": "'crm'", "__else__": null}           | id, source     | {"id": 1, "source": "crm"}
            {"name": "email", "email": "name"}              | id, email, name | {"id": 1, "name": "a@b.c", "email": "Ann"}
            {"id": "name", "__else__": null}                | id             | {"id": "Ann"}
            {"other": null}                                 | id, email, name | {"id": 1, "name": "Ann", "email": "a@b.c"}
            {"__filter__": null}                            | id, email, name | {"id": 1, "name": "Ann", "email": "a@b.c"}
            """)
    void propertiesAreRenamedCopiedSetAndLeftOut(String map, String columns, String row) {
        maps("{\"leads\": " + map + "}").loads(SCHEMA, RECORD);

        assertThat(columns("leads")).isEqualTo(columns);
        assertThat(loading.value("SELECT jsonb_strip_nulls(to_jsonb(t) #- '{_sdc_received_at}' #- '{_sdc_batched_at}'"
                        + " #- '{_sdc_sync_started_at}' #- '{_sdc_sequence}') FROM leads AS t"))
                .isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"leads": null}                                   | contacts
            {"leads": "__NULL__"}                             | contacts
            {"__else__": null, "leads": {}}                   | leads
            {"__else__": "__NULL__", "lea*": {}}              | leads
            {"*": null, "contacts": {}}                       | contacts
            {"contacts": {}, "*": null}                       |
            {"[!l]*": null}                                   | leads
            {"?eads": {"__alias__": "people"}, "con*s": null} | people
            {"leads": {"__alias__": "people"}}                | contacts, people
            {"LEADS": null}                                   | contacts, leads
            """)
    void streamsAreRenamedAndLeftOut(String maps, String tables) {
        maps(maps).loads(SCHEMA, RECORD, schema("contacts"), record("contacts"), RECORD, SCHEMA, RECORD);

        assertThat(loading.value("SELECT string_agg(tablename, ', ' ORDER BY tablename) FROM pg_tables"
                        + " WHERE schemaname = 'public'"))
                .isEqualTo(tables);
    }

    @Test
    void keysAreReplaced() {
        maps("{\"leads\": {\"id\": null, \"mail\": \"email\", \"__key_properties__\": [\"mail\"]}}");
        loading.loads(SCHEMA, RECORD, RECORD);
        assertThat(loading.rows("SELECT mail FROM leads").toString()).isEqualTo("[[a@b.c]]");

        maps("{\"leads\": {\"__alias__\": \"log\", \"__key_properties__\": null}}");
        loading.loads(SCHEMA, RECORD, RECORD);
        assertThat(loading.value("SELECT count(*) FROM log")).isEqualTo("2");
    }

    @Test
    void aKeyIsNotLeftOutByMistake() {
        maps("{\"leads\": {\"id\": null}}");
        assertThat(loading.load(SCHEMA).errors())
                .contains("line 1, stream \"leads\": stream_maps leaves out \"id\", a key")
                .hasLineCount(1);

        maps("{\"leads\": {\"__key_properties__\": [\"nothing\"]}}");
        assertThat(loading.load(SCHEMA).errors()).contains("\"nothing\"").hasLineCount(1);
    }

    @Test
    void whatThePropertyIsMadeOfMustBeInTheSchema() {
        maps("{\"leads\": {\"mail\": \"emial\"}}");

        assertThat(loading.load(SCHEMA).errors())
                .contains("line 1, stream \"leads\": stream_maps makes \"mail\" of \"emial\", which the schema's"
                        + " properties do not have")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email.lower()",
                "1",
                "'a' + 'b'",
                "name if id else email",
                "True",
                "None",
                "record",
                "config['x']",
                "f'{name}'",
                "'a\\\\'b'",
                "record[0]",
                "a b",
                ""
            })
    void anExpressionIsRefusedByName(String expression) {
        maps("{\"leads\": {\"mail\": \"" + expression + "\"}}");

        Loading.Outcome outcome = loading.load(SCHEMA);
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("'stream_maps', \"leads\", property \"mail\": \"" + expression + "\" is an expression")
                .doesNotContain("column_rules")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"leads": {"mail": "md5(config['hash_seed'] + email)"}} | To hash a value use column_rules
            {"leads": {"mail": "sha256(email)"}}        | To hash a value use column_rules
            {"leads": {"__filter__": "id > 1"}}         | "leads": __filter__ "id > 1" is an expression
            {"leads": {"__source__": "people"}}         | "leads": __source__ would make a second stream of one
            {"leads": {"__else__": "name"}}             | "leads": __else__ can only be null
            {"__else__": {}}                            | "__else__" can only be null
            {"__filter__": "id > 1"}                    | "__filter__" is no option here
            {"leads": {"__elze__": null}}               | property "__elze__" is no option here
            {"leads": {"mail": 5}}                      | property "mail" must be a text, or null to leave it out; got 5
            {"leads": "people"}                         | "leads" must be an object, or null to leave the stream out
            {"leads": {"__alias__": null}}              | __alias__ must be the stream's new name
            {"leads": {"__key_properties__": "id"}}     | __key_properties__ must be a list of properties
            """)
    void whatTheSettingCannotSayIsRefusedByName(String maps, String error) {
        maps(maps);

        assertThat(loading.load(SCHEMA, RECORD).errors())
                .contains("'stream_maps', \"", error)
                .hasLineCount(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        maps("{\"leads\": {\"a\": \"f(x)\", \"b\": \"g(x)\"}, \"contacts\": {\"__filter__\": \"x\"}}");

        assertThat(loading.load(SCHEMA).errors()).contains("f(x)", "g(x)", "\"contacts\": __filter__");
    }

    @Test
    void twoStreamsDoNotBecomeOne() {
        maps("{\"*\": {\"__alias__\": \"people\"}}");

        assertThat(loading.load(SCHEMA, schema("contacts")).errors())
                .contains("line 2, stream \"contacts\": it is loaded as \"people\", and so is stream \"leads\"")
                .hasLineCount(1);
    }

    @Test
    void aStreamThatNeverCameIsToldAtTheEnd() {
        maps("{\"leads\": {\"email\": null}, \"lead\": {\"email\": null}, \"crm-*\": null}")
                .with("stream_map_config", "{\"hash_seed\": \"x\"}");
        try (LogLines log = new LogLines()) {
            loading.loads(SCHEMA, RECORD, SCHEMA.replace("name", "nom"), record("leads"));

            assertThat(log.warnings())
                    .contains("WARN 'stream_maps' names streams that never came: \"lead\", \"crm-*\"")
                    .filteredOn(line -> line.contains("stream_maps"))
                    .hasSize(1);
        }
    }

    @Test
    void deletesStatesAndVersionsFollowTheStream() {
        maps("{\"leads\": {\"__alias__\": \"people\", \"name\": null, \"__else__\": null}, \"contacts\": null}");
        Loading.Outcome outcome = loading.load(
                SCHEMA,
                "{\"type\":\"RECORD\",\"stream\":\"leads\",\"version\":1,\"record\":{\"id\":1}}",
                "{\"type\":\"RECORD\",\"stream\":\"leads\",\"version\":2,\"record\":{\"id\":2,\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"}}",
                schema("contacts"),
                record("contacts"),
                "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"contacts\",\"version\":1}",
                "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"leads\",\"version\":2}",
                "{\"type\":\"STATE\",\"value\":7}");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.states()).containsExactly("7");
        assertThat(loading.rows("SELECT id, _sdc_deleted_at IS NULL FROM people ORDER BY id")
                        .toString())
                .isEqualTo("[[1, f], [2, f]]");
    }

    @Test
    void rulesOfTheSchemaFollowTheProperties() {
        String closed = SCHEMA.replace(
                "\"schema\":{",
                "\"schema\":{\"required\":[\"id\",\"email\",\"name\"],\"additionalProperties\":false,"
                        + "\"anyOf\":[{\"required\":[\"email\"]}],");
        maps("{\"leads\": {\"email\": null, \"title\": \"name\"}}");

        loading.loads(closed, RECORD);
        assertThat(loading.load(closed, "{\"type\":\"RECORD\",\"stream\":\"leads\",\"record\":{\"id\":2}}")
                        .errors())
                .contains("line 2, stream \"leads\"");
        assertThat(loading.load(closed, RECORD.replace("\"id\"", "\"more\":1,\"id\""))
                        .errors())
                .contains("line 2, stream \"leads\"", "more");
    }

    @Test
    void mapsComeBeforeFlattening() {
        maps("{\"leads\": {\"home\": \"address\", \"address\": null, \"__key_properties__\": [\"home__zip\"], \"id\": null}}")
                .with("flattening_enabled", "true")
                .with("flattening_max_depth", "1");
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"leads\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                        + "{\"type\":\"integer\"},\"address\":{\"type\":\"object\",\"properties\":{\"zip\":{\"type\":\"integer\"}}}}}}",
                "{\"type\":\"RECORD\",\"stream\":\"leads\",\"record\":{\"id\":1,\"address\":{\"zip\":53111}}}");

        assertThat(loading.value("SELECT home__zip FROM leads")).isEqualTo("53111");
    }

    @Test
    void everyDigitAndCharacterArrives() {
        maps("{\"leads\": {\"n\": \"number\", \"number\": null, \"more\": \"json\"}}");
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"leads\",\"key_properties\":[],\"schema\":{\"properties\":{\"number\":"
                        + "{\"type\":\"number\"},\"json\":{\"type\":\"object\"}}}}",
                "{\"type\":\"RECORD\",\"stream\":\"leads\",\"record\":{\"number\":123456789012345678.90,"
                        + "\"json\":{\"a\":[1E-400,1.50,\"\\ud800é\\u0000\"]}}}");

        assertThat(loading.rows("SELECT n, more -> 'a' ->> 1, more -> 'a' ->> 2, json = more,"
                                + " (more -> 'a' ->> 0)::numeric = 1E-400 FROM leads")
                        .toString())
                .isEqualTo("[[123456789012345678.90, 1.50, \uFFFDé\uFFFD, t, t]]");
    }

    private Loading maps(String maps) {
        return loading.with("stream_maps", maps);
    }

    private String columns(String table) {
        return String.valueOf(loading.value("SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE"
                + " attrelid = '" + table + "'::regclass AND attnum > 0 AND attname NOT LIKE '\\_sdc%'"));
    }

    private static String schema(String stream) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream
                + "\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"},"
                + "\"email\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}}}}";
    }

    private static String record(String stream) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream
                + "\",\"record\":{\"id\":1,\"email\":\"a@b.c\",\"name\":\"Ann\"}}";
    }
}
