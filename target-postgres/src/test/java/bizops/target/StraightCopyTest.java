package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows go straight into a keyed table as long as none meets another; where one does, the batch is merged instead. */
final class StraightCopyTest {
    private static final String KEYED = schema("keyed", "[\"id\"]", "integer");
    private static final String APPENDED = schema("appended", "[]", "integer");

    private final Loading loading = new Loading().with("batch_size_rows", "5");

    @Test
    void whicheverRowsMeetInABatchOrAcrossBatchesTheLastOfAKeyStays() {
        Random random = new Random(5);
        Map<Integer, Integer> expected = new TreeMap<>();
        List<String> lines = new ArrayList<>(List.of(KEYED));
        for (int i = 0; i < 400; i++) {
            // At first every key is new, so that rows go straight in; then more and more come again.
            int key = i < 60 ? i : random.nextInt(400);
            expected.put(key, i);
            lines.add(record("keyed", key, i));
        }

        Loading.Outcome outcome = loading.load(lines.toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        Map<Integer, Integer> found = new TreeMap<>();
        loading.rows("SELECT id, v FROM keyed")
                .forEach(row -> found.put(
                        Integer.parseInt(String.valueOf(row.get(0))), Integer.parseInt(String.valueOf(row.get(1)))));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aBatchThatIsUndoneAndMergedLeavesNothingTwice() {
        loading.load(
                KEYED,
                APPENDED,
                record("keyed", 1, 1),
                record("keyed", 2, 2),
                record("keyed", 3, 3),
                record("keyed", 4, 4),
                record("keyed", 5, 5),
                // This batch also gives the first table a column before its rows meet those above.
                KEYED.replace("\"v\":", "\"w\":{\"type\":\"string\"},\"v\":"),
                record("appended", 1, 1),
                record("keyed", 6, 6),
                record("keyed", 2, 7),
                record("appended", 2, 2),
                "{\"type\":\"STATE\",\"value\":{\"at\":1}}");

        assertThat(loading.rows("SELECT id, v, w FROM keyed ORDER BY id").toString())
                .isEqualTo("[[1, 1, null], [2, 7, null], [3, 3, null], [4, 4, null], [5, 5, null], [6, 6, null]]");
        assertThat(loading.rows("SELECT id FROM appended ORDER BY id").toString())
                .isEqualTo("[[1], [2]]");
        assertThat(loading.value("""
                        SELECT count(*) FROM (SELECT _sdc_sequence AS n, 'keyed' AS t FROM keyed
                            UNION ALL SELECT _sdc_sequence, 'appended' FROM appended) AS r
                        WHERE NOT EXISTS (SELECT FROM bizops.checkpoint AS c WHERE c.table_name = r.t
                            AND r.n BETWEEN c.least_sequence AND c.greatest_sequence)""")).isEqualTo("0");
    }

    @Test
    void rowsOfAnEmptyTableThatSomebodyMadeMeetItsOwnConstraintsAsBefore() {
        loading.load(KEYED);
        loading.execute("CREATE UNIQUE INDEX ON keyed (v)");

        Loading.Outcome outcome = loading.load(KEYED, record("keyed", 1, 1), record("keyed", 2, 1));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains("keyed_v_idx");
        assertThat(loading.value("SELECT count(*) FROM keyed")).isEqualTo("0");
    }

    private static String schema(String stream, String keys, String type) {
        return "{\"type\":\"SCHEMA\",\"stream\":\"" + stream + "\",\"key_properties\":" + keys
                + ",\"schema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"},\"v\":{\"type\":\""
                + type + "\"}}}}";
    }

    private static String record(String stream, int id, int v) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":{\"id\":" + id + ",\"v\":" + v + "}}";
    }
}
