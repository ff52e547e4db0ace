package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.transform.staging.ColumnType;
import bizops.transform.staging.StagingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing fails because an object, a field or rows are not there; a note says what is missing. */
final class MissingPartsTest {
    /** Each goes through all columns, so that each is absent beside others that are there. */
    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    private final Warehouse warehouse = new Warehouse();

    @BeforeEach
    void loadWorkedExample() throws Exception {
        warehouse.withSalesforce(RawShape.TYPED).withMarketo(RawShape.TEXT).withZuora(RawShape.TEXT);
    }

    /** One of each vendor at a time: without its leads nothing would be asked of Marketo's programs. */
    static Stream<List<StagingTable>> optionalObjects() {
        Map<String, List<StagingTable>> byVendor = StagingTable.all().stream()
                .filter(table -> !table.required())
                .filter(table -> Files.exists(
                        Warehouse.fixture("seeds").resolveSibling(table.vendor() + "/" + table.object() + ".jsonl")))
                .collect(Collectors.groupingBy(StagingTable::vendor));
        int rounds = byVendor.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, rounds)
                .mapToObj(round -> byVendor.values().stream()
                        .filter(tables -> tables.size() > round)
                        .map(tables -> tables.get(round))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("optionalObjects")
    void anOptionalObjectMayBeAbsent(List<StagingTable> tables) throws Exception {
        for (StagingTable table : tables) {
            warehouse.execute(
                    "drop table raw_" + table.vendor() + ".\"" + table.object().toLowerCase(Locale.ROOT) + "\"");
        }

        build();
        for (StagingTable table : tables) {
            assertThat(notes()).anyMatch(note -> note.endsWith("|" + shown(table)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anyColumnThatIsNoKeyMayBeAbsent(int round) throws Exception {
        List<String> dropped = new ArrayList<>();
        int index = 0;
        for (RawFields.RawField field : fields()) {
            if (mayBeAbsent(field) && index++ % ROUNDS == round) {
                warehouse.execute(
                        "alter table " + field.relationPath() + " drop column if exists \"" + field.column() + "\"");
                dropped.add(shown(field.table()) + "." + field.column());
            }
        }

        build();
        List<String> noted = notes().stream()
                .map(note -> note.substring(note.indexOf('|') + 1).toLowerCase(Locale.ROOT))
                .toList();
        assertThat(noted)
                .containsAll(dropped.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Of the days, those of creation are left: of an invoice that has none at all nothing can be told. */
    @Test
    void allColumnsThatAreNoKeysMayBeAbsent() throws Exception {
        for (RawFields.RawField field : fields()) {
            if (mayBeAbsent(field) && !field.stagingColumn().equals("created_at")) {
                warehouse.execute(
                        "alter table " + field.relationPath() + " drop column if exists \"" + field.column() + "\"");
            }
        }

        build();
    }

    @Test
    void aFieldThatNoNumberCanDoWithoutIsNamed() throws Exception {
        warehouse.execute("alter table raw_salesforce.opportunity drop column closedate, drop column createddate");

        assertThat(warehouse.build(Warehouse.fixture("seeds")).stderr())
                .contains("\"opportunity\" has no column CloseDate, which every build needs", "no column CreatedDate")
                .hasLineCount(2);
    }

    @Test
    void anOptionalObjectWithoutItsKeyCountsAsAbsent() throws Exception {
        warehouse.execute("alter table raw_salesforce.opportunityhistory drop column id");

        build();
        assertThat(notes()).contains("no_stage_history|OpportunityHistory");
    }

    @Test
    void aRequiredObjectWithoutItsKeyIsNamed() throws Exception {
        warehouse.execute("alter table raw_salesforce.lead drop column id");
        warehouse.execute("drop table raw_salesforce.contact");

        assertThat(warehouse.build(Warehouse.fixture("seeds")).stderr())
                .contains("\"lead\" has no column Id, its key", "no table for salesforce's Contact")
                .hasLineCount(2);
    }

    @Test
    void tablesMayHaveNoRows() throws Exception {
        for (String table : rawTables()) {
            warehouse.execute("truncate " + table);
        }

        buildWithoutSpend();
        assertThat(
                        warehouse.rows(
                                "select leads::int, won_iacv::int, spend::int, cac from marts.total_performance where model = 'first'"))
                .containsExactly("0|0||");
    }

    @Test
    void everyRowMayBeDeleted() throws Exception {
        for (String table : rawTables()) {
            warehouse.execute("alter table " + table + " add column if not exists _sdc_deleted_at timestamptz");
            warehouse.execute("update " + table + " set _sdc_deleted_at = now()");
        }

        buildWithoutSpend();
        assertThat(warehouse.rows(
                        "select leads::int, won_iacv::int from marts.total_performance where model = 'first'"))
                .containsExactly("0|0");
    }

    private static boolean mayBeAbsent(RawFields.RawField field) {
        StagingTable.Column column = field.table().columns().get(field.stagingColumn());
        return !field.isKey() && column != null && !column.needed() && !column.optional();
    }

    private List<RawFields.RawField> fields() throws SQLException {
        List<RawFields.RawField> fields = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            fields.addAll(RawFields.of(warehouse, type));
        }
        return fields;
    }

    private List<String> rawTables() throws SQLException {
        return warehouse.rows("select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                + " from information_schema.tables where table_schema like 'raw\\_%'");
    }

    private List<String> notes() throws SQLException {
        return warehouse.rows("select code, object from marts.note");
    }

    private static String shown(StagingTable table) {
        return table.vendor().equals("zuora") ? "Zuora " + table.object() : table.object();
    }

    private void buildWithoutSpend() throws IOException {
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.delete(seeds.resolve("spend.csv"));
        build(seeds);
    }

    private void build() throws IOException {
        build(Warehouse.fixture("seeds"));
    }

    private void build(Path seeds) throws IOException {
        Warehouse.Outcome outcome = warehouse.build(seeds, "--full");
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
