package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever types a property has in turn, and whatever stands on its columns, each row keeps the value it came with. */
final class EvolutionPropertyTest {
    private static final String COLUMNS =
            "SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0"
                    + " AND attname LIKE 'v%%' ORDER BY attnum";

    private static int count;

    private final Loading loading = new Loading();

    /** A schema, a value of it, and how that reads in a column of any type that holds it. */
    private enum Kind {
        SMALL("{\"type\":\"integer\",\"x-sql-datatype\":\"smallint\"}", "7", "7"),
        WHOLE("{\"type\":\"integer\"}", "9007199254740993", "9007199254740993"),
        HUGE("{\"type\":\"integer\"}", "9223372036854775808", "9223372036854775808"),
        DECIMAL("{\"type\":\"string\",\"format\":\"singer.decimal\",\"precision\":6,\"scale\":2}", "\"12.5\"", "12.5"),
        NUMBER("{\"type\":\"number\"}", "2.125", "2.125"),
        FLAG("{\"type\":\"boolean\"}", "true", "true"),
        TEXT("{\"type\":\"string\"}", "\"a \\\"text\\\"\"", "a \"text\""),
        DAY("{\"type\":\"string\",\"format\":\"date\"}", "\"2024-02-29\"", "2024-02-29"),
        TIME("{\"type\":\"string\",\"format\":\"date-time\"}", "\"2024-02-29T01:02:03Z\"", "2024-02-29 01:02:03"),
        MAYBE_TIME(
                "{\"anyOf\":[{\"type\":\"string\",\"format\":\"date-time\"},{\"type\":\"string\"}]}",
                "\"soon\"",
                "soon"),
        ID(
                "{\"type\":\"string\",\"format\":\"uuid\"}",
                "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        OBJECT("{\"type\":\"object\"}", "{\"a\":[1]}", "{\"a\": [1]}");

        private final String schema;
        private final String json;
        private final String read;

        Kind(String schema, String json, String read) {
            this.schema = schema;
            this.json = json;
            this.read = read;
        }
    }

    private record Run(Kind kind, boolean viewed) {}

    @Property(tries = 25)
    void everyRowKeepsItsValue(@ForAll @Size(min = 2, max = 6) List<Kind> kinds, @ForAll @Size(6) List<Boolean> views) {
        String table = "t" + ++count;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            runs.add(new Run(kinds.get(i), views.get(i)));
        }
        Map<Integer, Kind> rows = new TreeMap<>();
        for (int i = 0; i < runs.size(); i++) {
            load(table, i, runs.get(i).kind());
            rows.put(i, runs.get(i).kind());
            if (runs.get(i).viewed()) {
                loading.execute("CREATE VIEW " + table + "_w" + i + " AS SELECT * FROM " + table);
            }
        }

        rows.forEach((id, kind) ->
                assertThat(values(table, id)).as("row %s of %s", id, runs).containsExactly(kind.read));
        // A run that says the same again changes neither columns nor values.
        String before = content(table);
        load(table, runs.size() - 1, runs.get(runs.size() - 1).kind());
        assertThat(content(table)).isEqualTo(before);
    }

    private void load(String table, int id, Kind kind) {
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"" + table
                        + "\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":"
                        + "{\"id\":{\"type\":\"integer\"},\"v\":" + kind.schema + "}}}",
                "{\"type\":\"RECORD\",\"stream\":\"" + table + "\",\"record\":{\"id\":" + id + ",\"v\":" + kind.json
                        + "}}");
    }

    /** The values of a row in all columns of the property, as far as they differ only by the way a type writes them. */
    private List<String> values(String table, int id) {
        List<String> values = new ArrayList<>();
        for (List<String> column : columns(table)) {
            loading.rows("SELECT to_jsonb(t) ->> '" + column.get(0) + "' FROM " + table + " AS t WHERE id = " + id)
                    .forEach(row -> {
                        if (row.get(0) != null) {
                            values.add(normal(String.valueOf(row.get(0))));
                        }
                    });
        }
        return values;
    }

    private static String normal(String value) {
        if (value.startsWith("2024")) {
            return value.replace('T', ' ')
                    .replaceFirst("(\\.000000)?(Z|\\+00:00)$", "")
                    .replaceFirst(" 00:00:00$", "");
        }
        return value.matches("\\d+\\.\\d+") ? value.replaceFirst("\\.?0+$", "") : value;
    }

    private String content(String table) {
        return columns(table)
                + loading.rows("SELECT to_jsonb(t) - '_sdc_received_at' FROM " + table + " AS t ORDER BY id")
                        .toString();
    }

    private List<List<String>> columns(String table) {
        return loading.rows(COLUMNS.formatted(table)).stream()
                .map(row -> row.stream().map(Objects::requireNonNull).toList())
                .toList();
    }
}
