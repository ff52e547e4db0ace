package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Records and deletes in any order end as if each had come alone. */
final class DeletesPropertyTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{\"required\":[\"id\",\"a\"],"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"},\"a\":{\"type\":\"integer\"},"
                    + "\"b\":{\"type\":[\"null\",\"integer\"]},\"_sdc_deleted_at\":{\"type\":\"string\"}}}}";
    private static final String MARKED = "\"_sdc_deleted_at\":\"2024-01-01T00:00:00Z\"";

    /** The oracle replays the records one by one on a map. */
    @Property(tries = 40)
    void anyOrderOfRecordsAndDeletesEndsAsIfReplayedOneByOne(@ForAll("changes") List<Change> changes) {
        Loading loading = new Loading().with("batch_size_rows", "7");
        List<String> lines = new ArrayList<>(List.of(SCHEMA));
        Map<Integer, String[]> expected = new TreeMap<>();
        for (Change change : changes) {
            lines.add(change.line());
            change.apply(expected);
        }
        loading.loads(lines.toArray(String[]::new));

        List<List<String>> wanted = expected.entrySet().stream()
                .map(row -> List.of(
                        String.valueOf(row.getKey()),
                        String.valueOf(row.getValue()[0]),
                        String.valueOf(row.getValue()[1]),
                        String.valueOf(row.getValue()[2])))
                .toList();
        assertThat(loading.rows("SELECT id, a, b, _sdc_deleted_at IS NOT NULL FROM s ORDER BY id")
                        .toString())
                .isEqualTo(wanted.toString());
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 4);
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 3);
        return Combinators.combine(ids, values, kinds).as(Change::new).list().ofMaxSize(40);
    }

    /** Kind 0 and 1: a live record without and with b; kind 2 and 3: a delete without and with a. */
    record Change(int id, int value, int kind) {
        String line() {
            return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{"
                    + switch (kind) {
                        case 0 -> "\"id\":" + id + ",\"a\":" + value;
                        case 1 -> "\"b\":" + value + ",\"id\":" + id + ",\"a\":1";
                        case 2 -> "\"id\":" + id + "," + MARKED;
                        default -> MARKED + ",\"a\":" + value + ",\"id\":" + id;
                    }
                    + "}}";
        }

        void apply(Map<Integer, String[]> rows) {
            String[] row = rows.getOrDefault(id, new String[] {"null", "null", "f"});
            String text = Integer.toString(value);
            rows.put(
                    id,
                    switch (kind) {
                        case 0 -> new String[] {text, "null", "f"};
                        case 1 -> new String[] {"1", text, "f"};
                        case 2 -> new String[] {row[0], row[1], "t"};
                        default -> new String[] {text, row[1], "t"};
                    });
        }
    }
}
