package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.transform.staging.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rows landed by whatever loader, in whatever spelling, give the same core and marts. */
final class ForeignLandingTest {
    /** The instant in UTC, without a zone. */
    private static final String INSTANT = "(replace(?, 'Z+0000', 'Z')::timestamptz at time zone 'UTC')";

    private static Map<String, String> expected = Map.of();

    @TempDir
    Path folder;

    private Warehouse warehouse = new Warehouse();

    @BeforeAll
    static void buildAsTargetPostgresLandsIt() throws Exception {
        Warehouse typed = new Warehouse()
                .withSalesforce(RawShape.TYPED)
                .withMarketo(RawShape.TYPED)
                .withZuora(RawShape.TYPED);
        Warehouse.Outcome outcome = typed.build(Warehouse.fixture("seeds"), "--full");
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        expected = Published.rows(typed);
        assertThat(expected).containsKeys("core.\"touch\"", "marts.\"campaign_performance\"");
    }

    @BeforeEach
    void landAllAsText() throws Exception {
        warehouse.withSalesforce(RawShape.TEXT).withMarketo(RawShape.TEXT).withZuora(RawShape.TEXT);
    }

    @Test
    void everyTypeInEverySpellingAndEveryVersionOfARow() throws Exception {
        instantsInEverySpelling();
        daysWidenedToInstants();
        booleansInEverySpelling();
        numbersInEverySpelling();
        blanksForWhatIsNotThere();
        emailsInCapitalsBetweenBlanks();
        appendEveryVersionOfARow();

        givesTheSame();
    }

    @ParameterizedTest
    @CsvSource({"timestamptz, +00, double precision", "timestamp, '', jsonb"})
    void instantsAndNumbersInTypesOfTheirOwnBesideColumnsOfPipelinewisesTarget(
            String instant, String zone, String number) throws Exception {
        RawFields.rewrite(warehouse, ColumnType.TIMESTAMP, INSTANT + "::text || '" + zone + "'");
        RawFields.retype(warehouse, ColumnType.TIMESTAMP, instant);
        RawFields.retype(warehouse, ColumnType.NUMBER, number);
        addColumnsOfPipelinewisesTarget();

        givesTheSame();
    }

    @Test
    void vendorsNames() throws Exception {
        warehouse = new Warehouse()
                .withSalesforce(RawShape.VENDOR_NAMES)
                .withMarketo(RawShape.VENDOR_NAMES)
                .withZuora(RawShape.VENDOR_NAMES);

        givesTheSame();
    }

    @Test
    void newValuesInAColumnBesideTheOneThatCouldNotBeWidened() throws Exception {
        for (RawFields.RawField field : RawFields.of(warehouse, ColumnType.NUMBER)) {
            String split = field.column() + "__text";
            warehouse.execute("alter table " + field.relationPath() + " add column if not exists \"" + split
                    + "\" text;"
                    + " comment on column " + field.relationPath() + ".\"" + split
                    + "\" is 'singer:{\"name\":\"x\",\"replaces\":\""
                    + field.column() + "\"}';"
                    + " update " + field.relationPath() + " set \"" + split + "\" = \"" + field.column() + "\", \""
                    + field.column() + "\" = null where mod((ctid::text::point)[1]::int, 2) = 0 and \"" + field.column()
                    + "\" is not null");
        }

        givesTheSame();
    }

    private void appendEveryVersionOfARow() throws SQLException {
        for (String table : rawTables()) {
            warehouse.execute(
                    "alter table " + table + " add column _sdc_sequence bigint, add column _sdc_deleted_at text");
            warehouse.execute("update " + table + " set _sdc_sequence = 7");
            warehouse.execute("create temporary table was on commit drop as select * from " + table + ";"
                    + " insert into " + table
                    + " select * from was; update was set _sdc_sequence = 3, _sdc_deleted_at = '2020-01-01';"
                    + " insert into " + table + " select * from was");
        }
    }

    /** With an older version of each row, deleted. */
    private void addColumnsOfPipelinewisesTarget() throws SQLException {
        for (String table : rawTables()) {
            warehouse.execute(
                    "alter table " + table + " add column _sdc_extracted_at timestamp, add column _sdc_batched_at"
                            + " timestamp default '2020-09-01 10:00', add column _sdc_deleted_at varchar");
            warehouse.execute("create temporary table was on commit drop as select * from " + table + ";"
                    + " update was set _sdc_batched_at = '2020-09-01 09:59', _sdc_deleted_at = '2020-09-01 09:59:00';"
                    + " insert into " + table + " select * from was");
        }
    }

    @Test
    void softDeletedRowsBesideTheLiving() throws Exception {
        for (RawFields.RawField field : RawFields.of(warehouse, ColumnType.TEXT)) {
            if (field.isKey() && field.table().key().size() == 1) {
                warehouse.execute("alter table " + field.relationPath() + " add column _sdc_deleted_at timestamptz;"
                        + " create temporary table gone on commit drop as select * from " + field.relationPath() + ";"
                        + " update gone set \"" + field.column() + "\" = 'x' || \"" + field.column()
                        + "\", _sdc_deleted_at = now();"
                        + " insert into " + field.relationPath() + " select * from gone");
            }
        }

        build();
        assertThat(warehouse.rows("select total.leads::int, total.won_iacv::int, (select count(*) from core.touch)"
                        + " from marts.total_performance total where model = 'first'"))
                .containsExactly("7|28000|13");
    }

    @Test
    void fifteenCharactersWhereOneSystemNamesARecordOfAnother() throws Exception {
        for (String column : new String[] {"leads.sfdcleadid", "leads.sfdccontactid", "programs.sfdcid"}) {
            String[] names = column.split("\\.", -1);
            warehouse.execute("update raw_marketo." + names[0] + " set " + names[1] + " = left(" + names[1] + ", 15)");
        }
        warehouse.execute("update raw_zuora.account set crmid = crmid || 'AAA' where length(crmid) = 15");
        Path seeds = Warehouse.seeds(folder, "", "");
        Path spend = seeds.resolve("spend.csv");
        Files.writeString(spend, Files.readString(spend).replace("701000000000001AAA", "701000000000001"));

        assertThat(warehouse.build(seeds).exit()).isEqualTo(ExitCode.OK);
        Map<String, String> withoutTheIdAsGiven = new TreeMap<>(expected);
        withoutTheIdAsGiven.remove("core.\"billing_account\"");
        assertThat(Published.rows(warehouse)).containsAllEntriesOf(withoutTheIdAsGiven);
    }

    private void instantsInEverySpelling() throws SQLException {
        RawFields.rewriteInTurns(
                warehouse,
                ColumnType.TIMESTAMP,
                "to_char(@, 'YYYY-MM-DD\"T\"HH24:MI:SS\".000+0000\"')".replace("@", INSTANT),
                "to_char(@, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".replace("@", INSTANT),
                "to_char(@, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".replace("@", INSTANT),
                "to_char(@ + interval '1 hour', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+01:00\"')".replace("@", INSTANT),
                "to_char(@ - interval '330 minutes', 'YYYY-MM-DD\"T\"HH24:MI:SS\"-0530\"')".replace("@", INSTANT),
                "to_char(@, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z+0000\"')".replace("@", INSTANT),
                "to_char(@, 'YYYY-MM-DD HH24:MI:SS\"+00\"')".replace("@", INSTANT),
                "to_char(@, ' YYYY-MM-DD HH24:MI:SS')".replace("@", INSTANT));
    }

    private void daysWidenedToInstants() throws SQLException {
        RawFields.rewriteInTurns(
                warehouse,
                ColumnType.DATE,
                "left(?, 10) || 'T00:00:00.000Z'",
                "left(?, 10) || 'T00:00:00.000+0000'",
                "left(?, 10) || ' 00:00:00+00'",
                "left(?, 10) || ' 00:00:00'",
                "' ' || left(?, 10)");
    }

    private void booleansInEverySpelling() throws SQLException {
        RawFields.rewriteInTurns(
                warehouse,
                ColumnType.BOOLEAN,
                "left(?, 1)",
                "case ? when 'true' then '1' else '0' end",
                "initcap(?)",
                "upper(?)",
                "' ' || ?",
                "case ? when 'true' then 'yes' else 'no' end");
        for (String table : warehouse.rows("select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                + " from information_schema.columns where table_schema like 'raw\\_%' and column_name = 'isdeleted'")) {
            warehouse.execute("update " + table + " set isdeleted = case isdeleted when 'true' then '1' else 'F' end");
        }
    }

    private void numbersInEverySpelling() throws SQLException {
        RawFields.rewriteInTurns(
                warehouse,
                ColumnType.NUMBER,
                "' ' || ?",
                "? || case when ? like '%.%' then '00' else '.000' end",
                "? || 'e0'",
                "? || 'E+00'",
                "case when ? like '-%' then ? else '+' || ? end");
    }

    private void blanksForWhatIsNotThere() throws SQLException {
        for (ColumnType type : ColumnType.values()) {
            RawFields.rewrite(warehouse, type, "coalesce(?, ' ')");
        }
    }

    private void emailsInCapitalsBetweenBlanks() throws SQLException {
        RawFields.rewrite(warehouse, ColumnType.EMAIL, "E' \\t' || upper(?) || E'\\n'");
    }

    private String[] rawTables() throws SQLException {
        return warehouse
                .rows(
                        "select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables"
                                + " where table_schema like 'raw\\_%'")
                .toArray(String[]::new);
    }

    private void givesTheSame() throws IOException, SQLException {
        build();
        assertThat(Published.rows(warehouse)).containsAllEntriesOf(expected);
    }

    private void build() throws IOException {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"), "--full");
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
