package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.TableModel.Activate;
import bizops.target.TableModel.Message;
import bizops.target.TableModel.Put;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever comes, in whatever batches and modes, the table holds what a plain map would. */
final class TableModelPropertyTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],\"schema\":{"
                    + "\"properties\":{\"id\":{\"type\":\"integer\"},\"a\":{\"type\":[\"null\",\"integer\"]},"
                    + "\"b\":{\"type\":[\"null\",\"string\"]}}}}";
    private static final String ROWS =
            "SELECT id, a, to_json(b), _sdc_deleted_at IS NOT NULL, _sdc_table_version FROM s ORDER BY id";

    private static Loading loading = new Loading();

    @AfterContainer
    static void forget() {
        loading = new Loading();
    }

    @Property(tries = 120)
    void theTableHoldsWhatAPlainMapWould(
            @ForAll("runs") List<List<Message>> runs,
            @ForAll boolean hardDelete,
            @ForAll boolean keepAbsent,
            @ForAll("batchSizes") int batchSize) {
        loading.execute("DROP TABLE IF EXISTS s");
        loading.with("hard_delete", Boolean.toString(hardDelete))
                .with("allow_empty_activation", "true")
                .with("absent_fields", keepAbsent ? "\"keep\"" : "\"null\"")
                .with("batch_size_rows", Integer.toString(batchSize));
        TableModel model = new TableModel(hardDelete, keepAbsent);
        for (List<Message> run : runs) {
            List<String> lines = new ArrayList<>(List.of(SCHEMA));
            run.forEach(message -> lines.add(message.line()));
            model.begin();
            run.forEach(model::take);

            loading.loads(lines.toArray(String[]::new));
            assertThat(loading.rows(ROWS)).isEqualTo(model.rows());
        }
    }

    @Provide
    Arbitrary<List<List<Message>>> runs() {
        return messages().list().ofMaxSize(25).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<Integer> batchSizes() {
        return Arbitraries.of(1, 3, 8, 1000);
    }

    private static Arbitrary<Message> messages() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 4);
        Arbitrary<String> numbers = Arbitraries.of("1", "2", "null").injectNull(0.3);
        Arbitrary<String> texts =
                Arbitraries.of("\"x\"", "\"\"", "\"\\\\N\"", "null").injectNull(0.3);
        Arbitrary<Boolean> deletes = Arbitraries.of(false, false, false, true);
        Arbitrary<Long> versions = Arbitraries.of(1L, 2L, 3L).injectNull(0.4);
        Arbitrary<Message> puts =
                Combinators.combine(ids, numbers, texts, deletes, versions).as(Put::new);
        Arbitrary<Message> activations = Arbitraries.of(1L, 2L, 3L).map(Activate::new);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, puts), net.jqwik.api.Tuple.of(1, activations));
    }
}
