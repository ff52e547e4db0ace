package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Loads that are cut off, fail and lose their connection anywhere, then go on from the stored state, against a plain list
 * of what must be in the tables.
 */
final class KeptStatePropertyTest {
    private static final List<String> STREAMS = List.of("a", "b", "keyed");
    private static final String FAULT = """
            CREATE SEQUENCE fault_at;
            CREATE TABLE fault (kind text, at int);
            INSERT INTO fault VALUES ('none', 0);
            CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE n bigint := nextval('fault_at'); f fault;
            BEGIN
                SELECT * INTO f FROM fault;
                IF f.kind = 'FAIL' AND n >= f.at THEN RAISE 'made to fail'; END IF;
                IF f.kind = 'LOSE' AND n = f.at THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                RETURN new;
            END $$;
            CREATE TRIGGER fault BEFORE INSERT ON bizops.checkpoint FOR EACH ROW EXECUTE FUNCTION fault();
            """;

    private static Loading loading = new Loading();
    private static int repeated;
    private static int disturbed;

    /** How a run is disturbed. */
    enum Trouble {
        /** The input ends early, maybe in the middle of a line. */
        CUT,
        /** A transaction fails for good. */
        FAIL,
        /** The connection is lost in a transaction. */
        LOSE
    }

    /**
     * One disturbed run.
     *
     * @param at after how many hundredths of the input, or checkpoints
     * @param told whether --tap-state says where the tap begins, or its first STATE
     */
    record Disturbed(Trouble trouble, int at, boolean told) {}

    /**
     * What a source has and how it is loaded.
     *
     * @param events the stream of each
     */
    record Scenario(List<Integer> events, int stateEvery, int batchRows, List<Disturbed> troubles) {}

    @BeforeContainer
    static void makeFaults() {
        loading = new Loading().with("state_id", "\"p\"");
        loading.load("{\"type\":\"STATE\",\"value\":0}");
        loading.execute(FAULT);
    }

    @AfterContainer
    static void tell() {
        System.out.println(disturbed + " runs; inclusive bookmarks repeated " + repeated + " rows");
    }

    @Property(tries = 20)
    void aTapThatSendsWhatComesAfterItsBookmarkLosesAndRepeatsNothing(@ForAll("scenarios") Scenario scenario) {
        Source source = new Source(scenario.events(), scenario.stateEvery(), false);

        load(source, scenario);

        assertThat(numbers("a")).isEqualTo(source.numbers(0));
        assertThat(numbers("b")).isEqualTo(source.numbers(1));
        assertThat(new TreeSet<>(numbers("keyed"))).isEqualTo(source.lastOfEachKey());
    }

    @Property(tries = 20)
    void aTapThatSendsItsBookmarkAgainRepeatsThatRowAndNoOther(@ForAll("scenarios") Scenario scenario) {
        Source source = new Source(scenario.events(), scenario.stateEvery(), true);

        List<Integer> again = load(source, scenario);

        List<Integer> expected = new ArrayList<>(source.numbers(0));
        expected.addAll(source.numbers(1));
        expected.addAll(again);
        expected.sort(null);
        List<Integer> found = new ArrayList<>(numbers("a"));
        found.addAll(numbers("b"));
        found.sort(null);
        assertThat(found).isEqualTo(expected);
        assertThat(new TreeSet<>(numbers("keyed"))).isEqualTo(source.lastOfEachKey());
        repeated += again.size();
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        Arbitrary<Disturbed> troubles = Combinators.combine(
                        Arbitraries.of(Trouble.CUT, Trouble.CUT, Trouble.FAIL, Trouble.FAIL, Trouble.LOSE),
                        evenly(1, 100),
                        Arbitraries.of(true, false))
                .as((trouble, at, told) -> new Disturbed(trouble, trouble == Trouble.CUT ? at : 1 + at % 6, told));
        return Combinators.combine(
                        evenly(0, 2).list().ofMinSize(25).ofMaxSize(40),
                        evenly(1, 9),
                        evenly(1, 9),
                        troubles.list().ofMinSize(1).ofMaxSize(4))
                .as(Scenario::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> evenly(int least, int greatest) {
        return Arbitraries.integers().between(least, greatest).withDistribution(RandomDistribution.uniform());
    }

    /** Runs once a trouble and once without one; answers the appended rows that came again and are there for good. */
    private static List<Integer> load(Source source, Scenario scenario) {
        loading.execute("DROP TABLE IF EXISTS a, b, keyed;"
                + " TRUNCATE bizops.state, bizops.state_history, bizops.uncovered_range, bizops.checkpoint");
        loading.with("batch_size_rows", Integer.toString(scenario.batchRows()));
        List<Integer> again = new ArrayList<>();
        List<Integer> covered = new ArrayList<>();
        for (Disturbed trouble : scenario.troubles()) {
            run(source, trouble, covered, again);
        }
        run(source, new Disturbed(Trouble.CUT, 100, true), covered, again);
        assertThat(loading.value("SELECT count(*) FROM bizops.uncovered_range")).isEqualTo("0");
        return again;
    }

    private static void run(Source source, Disturbed trouble, List<Integer> covered, List<Integer> again) {
        int bookmark = stored();
        List<Integer> cameBefore = came();
        List<Integer> uncoveredBefore = uncovered();
        loading.execute("ALTER SEQUENCE fault_at RESTART; UPDATE fault SET kind = '" + trouble.trouble() + "', at = "
                + trouble.at());
        String input = String.join("\n", source.lines(bookmark, !trouble.told())) + "\n";
        Loading.Outcome outcome = load(
                trouble.trouble() == Trouble.CUT ? input.substring(0, input.length() * trouble.at() / 100) : input,
                bookmark,
                trouble.told());
        disturbed++;
        loading.awaitEnd();
        assertThat(outcome.code()).as(outcome.errors()).isIn(ExitCode.OK, ExitCode.FAILURE);
        if (outcome.code() == ExitCode.FAILURE && came().equals(cameBefore) && stored() == bookmark) {
            // Not even the removal of what no STATE covers was committed: everything is as the run before left it. A
            // run
            // that committed rows with a key and a STATE stored that STATE, and is checked as any other.
            assertThat(uncovered()).isEqualTo(uncoveredBefore);
            return;
        }
        check(source, bookmark, covered, again);
    }

    /** What is there must be what was covered before, then a piece of what was sent, its end noted as uncovered. */
    private static void check(Source source, int bookmark, List<Integer> covered, List<Integer> again) {
        List<Integer> sent = source.appended(source.first(bookmark), source.size());
        List<Integer> found = appendedInOrder();
        assertThat(found.size()).isBetween(covered.size(), covered.size() + sent.size());
        List<Integer> expected = new ArrayList<>(covered);
        expected.addAll(sent.subList(0, found.size() - covered.size()));
        assertThat(found).isEqualTo(expected);
        int now = stored();
        List<Integer> uncovered = uncovered();
        int coveredNow = found.size() - uncovered.size();
        assertThat(uncovered).isEqualTo(found.subList(coveredNow, found.size()));
        int atBookmark = source.appended(source.first(bookmark), bookmark).size();
        if (now == bookmark) {
            // The row at the bookmark may have come again, and then its STATE.
            assertThat(coveredNow).isIn(covered.size(), covered.size() + atBookmark);
        } else {
            assertThat(coveredNow)
                    .isEqualTo(covered.size()
                            + source.appended(source.first(bookmark), now).size());
        }
        if (coveredNow > covered.size()) {
            again.addAll(source.appended(source.first(bookmark), bookmark));
        }
        covered.addAll(found.subList(covered.size(), coveredNow));
    }

    private static Loading.Outcome load(String input, int bookmark, boolean told) {
        ByteArrayInputStream messages = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        if (!told) {
            return loading.load(messages);
        }
        try {
            Path file = Files.createTempFile("tap-state", ".json");
            Files.writeString(file, bookmark == 0 ? "" : Source.state(bookmark));
            Loading.Outcome outcome = loading.load(messages, "--tap-state", file.toString());
            Files.delete(file);
            return outcome;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int stored() {
        return loading.rows("SELECT (value::jsonb ->> 'at')::numeric::int FROM bizops.state").stream()
                .map(row -> Integer.valueOf(String.valueOf(row.get(0))))
                .findFirst()
                .orElse(0);
    }

    private static List<Integer> numbers(String table) {
        return exists(table) ? integers("SELECT n FROM " + table + " ORDER BY n") : List.of();
    }

    /** Rows without a key in the order of their numbers: batch after batch, table by table within one. */
    private static List<Integer> appendedInOrder() {
        return integers("SELECT n FROM (" + appended() + ") AS t ORDER BY came");
    }

    /** The rows without a key as they were sent, one by one: the same number sent again is another. */
    private static List<Integer> came() {
        return integers("SELECT came FROM (" + appended() + ") AS t ORDER BY came");
    }

    private static List<Integer> uncovered() {
        return integers("SELECT n FROM (" + appended() + ") AS t WHERE EXISTS (SELECT FROM bizops.uncovered_range AS u"
                + " WHERE u.table_name = t.name AND t.number BETWEEN u.least_sequence AND u.greatest_sequence)"
                + " ORDER BY came");
    }

    private static String appended() {
        List<String> tables = new ArrayList<>(List.of("SELECT 0 AS n, 0 AS came, '' AS name, 0 AS number WHERE false"));
        for (String table : List.of("a", "b")) {
            if (exists(table)) {
                tables.add("SELECT n, came, '" + table + "', _sdc_sequence FROM " + table);
            }
        }
        return String.join(" UNION ALL ", tables);
    }

    private static boolean exists(String table) {
        return "t".equals(loading.value("SELECT to_regclass('" + table + "') IS NOT NULL"));
    }

    private static List<Integer> integers(String sql) {
        return loading.rows(sql).stream()
                .map(row -> Integer.valueOf(String.valueOf(row.get(0))))
                .toList();
    }

    /** Numbered events over three streams, and a tap over them whose state is the number of the last one sent. */
    private record Source(List<Integer> events, int stateEvery, boolean inclusive) {
        private static int counter;

        static String state(int at) {
            return "{\"at\": " + at + "}";
        }

        int size() {
            return events.size();
        }

        int first(int bookmark) {
            return inclusive && bookmark > 0 ? bookmark : bookmark + 1;
        }

        List<String> lines(int bookmark, boolean echo) {
            List<String> lines = new ArrayList<>();
            for (String stream : STREAMS) {
                lines.add("{\"type\":\"SCHEMA\",\"stream\":\"" + stream + "\",\"key_properties\":"
                        + (stream.equals("keyed") ? "[\"k\"]" : "[]")
                        + ",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"},\"k\":{\"type\":\"integer\"},"
                        + "\"came\":{\"type\":\"integer\"}}}}");
            }
            if (echo && bookmark > 0) {
                lines.add("{\"type\":\"STATE\",\"value\":{\"at\":" + bookmark + ".0}}");
            }
            for (int n = first(bookmark); n <= size(); n++) {
                lines.add("{\"type\":\"RECORD\",\"stream\":\"" + STREAMS.get(events.get(n - 1))
                        + "\",\"record\":{\"n\":" + n + ",\"k\":" + n % 5 + ",\"came\":" + ++counter + "}}");
                if (isState(n)) {
                    lines.add("{\"type\":\"STATE\",\"value\":" + state(n) + "}");
                }
            }
            return lines;
        }

        private boolean isState(int n) {
            return n % stateEvery == 0 || n == size();
        }

        /** Events {@code from} to {@code to} of the streams without a key. */
        List<Integer> appended(int from, int to) {
            List<Integer> numbers = new ArrayList<>();
            for (int n = from; n <= to; n++) {
                if (events.get(n - 1) < 2) {
                    numbers.add(n);
                }
            }
            return numbers;
        }

        List<Integer> numbers(int stream) {
            List<Integer> numbers = new ArrayList<>();
            for (int n = 1; n <= size(); n++) {
                if (events.get(n - 1) == stream) {
                    numbers.add(n);
                }
            }
            return numbers;
        }

        Set<Integer> lastOfEachKey() {
            Set<Integer> last = new TreeSet<>();
            for (int key = 0; key < 5; key++) {
                int found = 0;
                for (int n = 1; n <= size(); n++) {
                    found = events.get(n - 1) == 2 && n % 5 == key ? n : found;
                }
                if (found > 0) {
                    last.add(found);
                }
            }
            return last;
        }
    }
}
