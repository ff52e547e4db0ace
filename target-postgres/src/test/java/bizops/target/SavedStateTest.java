package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** STATE in the database: in the transaction of its rows, so that what is appended is neither lost nor there twice. */
final class SavedStateTest {
    private static final String APPENDED = "{\"type\":\"SCHEMA\",\"stream\":\"log\",\"key_properties\":[],\"schema\":{"
            + "\"properties\":{\"n\":{\"type\":\"integer\"}}}}";
    private static final String KEYED =
            "{\"type\":\"SCHEMA\",\"stream\":\"row\",\"key_properties\":[\"n\"],\"schema\":{"
                    + "\"properties\":{\"n\":{\"type\":\"integer\"}}}}";
    private static final int LAST = 30;

    private static Loading shared = new Loading();

    @AfterContainer
    static void forget() {
        shared = new Loading();
    }

    /** A tap that asks for what is behind its bookmark repeats nothing, wherever it is cut off. */
    @Property(tries = 60)
    void anExclusiveBookmarkRepeatsNothing(
            @ForAll @IntRange(min = 1, max = 7) int stateEvery,
            @ForAll @IntRange(min = 1, max = 9) int batchSize,
            @ForAll List<@IntRange(min = 3, max = 40) Integer> cuts) {
        int runs = loadAll(stateEvery, batchSize, cuts, false);

        assertThat(runs).isPositive();
        assertThat(numbers("log"))
                .isEqualTo(IntStream.rangeClosed(1, LAST).boxed().toList());
        assertThat(numbers("row"))
                .isEqualTo(IntStream.rangeClosed(1, LAST).boxed().toList());
    }

    /** A tap that asks from its bookmark on brings the row at the bookmark once more with each run, and no other. */
    @Property(tries = 60)
    void anInclusiveBookmarkRepeatsTheRowAtTheBookmark(
            @ForAll @IntRange(min = 1, max = 7) int stateEvery,
            @ForAll @IntRange(min = 1, max = 9) int batchSize,
            @ForAll List<@IntRange(min = 3, max = 40) Integer> cuts) {
        List<Integer> repeated = new ArrayList<>();
        Tap tap = new Tap(stateEvery, true);
        load(batchSize, cuts, tap, repeated);

        List<Integer> expected =
                new ArrayList<>(IntStream.rangeClosed(1, LAST).boxed().toList());
        expected.addAll(repeated);
        expected.sort(null);
        assertThat(numbers("log")).isEqualTo(expected);
        assertThat(numbers("row"))
                .isEqualTo(IntStream.rangeClosed(1, LAST).boxed().toList());
    }

    private static int loadAll(int stateEvery, int batchSize, List<Integer> cuts, boolean inclusive) {
        return load(batchSize, cuts, new Tap(stateEvery, inclusive), new ArrayList<>());
    }

    /** Loads with one run a cut, each ended there without a word, and a last one that is not cut. */
    private static int load(int batchSize, List<Integer> cuts, Tap tap, List<Integer> repeated) {
        shared.execute("DROP TABLE IF EXISTS log, row; DROP SCHEMA IF EXISTS bizops CASCADE");
        shared.with("state_id", "\"p\"").with("batch_size_rows", Integer.toString(batchSize));
        int runs = 0;
        for (Integer cut : cuts) {
            runs++;
            run(tap, cut, repeated);
        }
        run(tap, Integer.MAX_VALUE, repeated);
        return runs + 1;
    }

    private static void run(Tap tap, int cut, List<Integer> repeated) {
        boolean fresh = "t".equals(shared.value("SELECT to_regclass('bizops.state') IS NULL"))
                || shared.rows("SELECT value FROM bizops.state").isEmpty();
        int bookmark = fresh ? 0 : Integer.parseInt(String.valueOf(shared.value("SELECT value FROM bizops.state")));
        List<String> lines = tap.lines(bookmark);
        List<String> sent = lines.subList(0, Math.min(cut, lines.size()));
        Loading.Outcome outcome = shared.load(sent.toArray(String[]::new));
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        // Rows up to the bookmark are covered for good; those of them that came in this run came once more, if a STATE
        // covers them again. Behind the newest STATE everything is taken back by the next run.
        int reached = Integer.parseInt(shared.value("SELECT coalesce((SELECT value FROM bizops.state), '0')"));
        boolean last = cut >= lines.size();
        for (String line : sent) {
            if (line.contains("\"log\"") && line.contains("RECORD")) {
                int n = Integer.parseInt(line.replaceAll(".*\"n\":(\\d+).*", "$1"));
                boolean covered =
                        sent.lastIndexOf("{\"type\":\"STATE\",\"value\":" + reached + "}") > sent.indexOf(line);
                if (n <= bookmark && (covered || last)) {
                    repeated.add(n);
                }
            }
        }
    }

    /** A tap over the numbers 1 to {@link #LAST}: it repeats its STATE first, then sends each number to both streams. */
    private record Tap(int stateEvery, boolean inclusive) {
        List<String> lines(int bookmark) {
            List<String> lines = new ArrayList<>(List.of(APPENDED, KEYED));
            if (bookmark > 0) {
                lines.add("{\"type\":\"STATE\",\"value\": " + bookmark + "}");
            }
            for (int n = Math.max(1, inclusive ? bookmark : bookmark + 1); n <= LAST; n++) {
                lines.add("{\"type\":\"RECORD\",\"stream\":\"log\",\"record\":{\"n\":" + n + "}}");
                lines.add("{\"type\":\"RECORD\",\"stream\":\"row\",\"record\":{\"n\":" + n + "}}");
                if (n % stateEvery == 0 || n == LAST) {
                    lines.add("{\"type\":\"STATE\",\"value\":" + n + "}");
                }
            }
            return lines;
        }
    }

    private static List<Integer> numbers(String table) {
        return shared.rows("SELECT n FROM " + table + " ORDER BY n").stream()
                .map(row -> Integer.valueOf(row.get(0)))
                .toList();
    }

    @Test
    void aSecondRunOverTheSameStateIsToldWhoHasIt() throws SQLException {
        Loading loading = new Loading().with("state_id", "\"p\"").with("retry_seconds", "0");
        try (Connection other = loading.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'the other'");
            statement.execute("SELECT pg_advisory_lock(hashtextextended('bizops:state:p', 0))");

            Loading.Outcome outcome = loading.load(KEYED, row(1));

            assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(outcome.errors())
                    .contains("another run holds the lock of state \"p\"")
                    .contains("application the other");
            assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.TRY_LATER);
        }
    }

    @Test
    void rowsAndStateAreOneTransaction() {
        Loading loading = new Loading().with("state_id", "\"p\"");
        loading.load(KEYED, row(1), "{\"type\":\"STATE\",\"value\":1}");
        loading.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;"
                + " CREATE TRIGGER no BEFORE INSERT OR UPDATE ON bizops.state FOR EACH ROW EXECUTE FUNCTION no()");

        Loading.Outcome outcome = loading.load(new ByteArrayInputStream(
                (KEYED + "\n" + row(2) + "\n{\"type\":\"STATE\",\"value\":2}\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.states()).isEmpty();
        assertThat(loading.value("SELECT count(*) FROM row")).isEqualTo("1");
    }

    private static String row(int n) {
        return "{\"type\":\"RECORD\",\"stream\":\"row\",\"record\":{\"n\":" + n + "}}";
    }
}
