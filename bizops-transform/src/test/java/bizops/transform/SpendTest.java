package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spend from spend.csv, raw tables of the mapping, Marketo and the cost field. In the worked example spend.csv has
 * Search ads (…01), Partner day (…02) has a cost field of 3600, and nothing is known of Product news (…03).
 */
final class SpendTest {
    private static final String SPENT =
            "select c.name, d.basis, d.spend_date, d.amount::numeric(12, 2) from core.spend_day d"
                    + " left join core.campaign c on c.campaign_id = d.campaign_id where d.basis <> 'seed' order by 1, 3";

    @TempDir
    Path folder;

    private final Warehouse warehouse = new Warehouse();

    @BeforeEach
    void loadWorkedExample() throws Exception {
        warehouse.withSalesforce(RawShape.TYPED).withMarketo(RawShape.TEXT).withZuora(RawShape.TEXT);
        warehouse.execute("create schema raw_ads");
    }

    @Test
    void takesTheRowsOfAMappedTableByIdOrElseByNameUnlessTheMappingSaysWhich() throws Exception {
        warehouse.execute("create table raw_ads.\"Campaign_Day\" (\"Day\" text, campaign text, cost text, code text)");
        warehouse.execute("insert into raw_ads.\"Campaign_Day\" values"
                + " ('2020-02-03T00:00:00Z', '701000000000003', '100.50', 'USD'),"
                + " ('2020-02-03', '701000000000003AAA', '10', 'GBP'),"
                + " ('2020-04-02', 'Product news', '8', 'GBP'), ('2020-04-03', 'Product news', ' 1e1 ', null)");
        for (String table : List.of("by_name", "by_id")) {
            warehouse.execute("create table raw_ads." + table + " (day date, campaign text, micros bigint)");
        }
        warehouse.execute("insert into raw_ads.by_name values ('2020-05-03', '701000000000003', 5000000),"
                + " ('2020-05-03', 'Product news', 7000000)");
        warehouse.execute("insert into raw_ads.by_id values ('2020-06-03', '701000000000003', 5000000),"
                + " ('2020-06-03', 'Product news', 7000000)");
        createAppendOnlyTable();

        Warehouse.Outcome outcome = warehouse.build(mapped(
                "spend:\n  - {table: raw_ads.campaign_day, date: day, campaign_key: Campaign, amount: cost, currency: code}\n"
                        + entry("by_name", "match: name, divide_by: 1000000, currency: USD")
                        + entry("by_id", "match: id, divide_by: 1000000, currency: USD")
                        + entry("appended", "currency: USD, key: [day, campaign, ad]")));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select campaign_id, spend_date, sum(amount)::numeric(12, 2) from core.spend_day"
                        + " where basis = 'mapped_table' group by 1, 2 order by 2, 1"))
                .containsExactly(
                        "701000000000003AAA|2020-02-03|113.50",
                        "701000000000003AAA|2020-02-05|17.00",
                        "701000000000003AAA|2020-04-02|10.00",
                        "701000000000003AAA|2020-04-03|10.00",
                        "701000000000003|2020-05-03|5.00",
                        "701000000000003AAA|2020-05-03|7.00",
                        "701000000000003AAA|2020-06-03|5.00",
                        "Product news|2020-06-03|7.00");
        assertThat(warehouse.rows("select spend::int from marts.total_performance where model = 'first'"))
                .containsExactly("7875");
    }

    /** The older version of a row, its newer one, another ad's, and one that is deleted. */
    private void createAppendOnlyTable() throws SQLException {
        warehouse.execute("create table raw_ads.appended (day date, campaign text, micros numeric, ad text,"
                + " _sdc_sequence bigint, _sdc_deleted_at timestamptz)");
        warehouse.execute("insert into raw_ads.appended values ('2020-02-05', 'Product news', 10, 'x', 1, null),"
                + " ('2020-02-05', 'Product news', 12, 'x', 2, null), ('2020-02-05', 'Product news', 5, 'y', 1, null),"
                + " ('2020-02-06', 'Product news', 99, 'x', 1, now())");
    }

    @Test
    void addsUpSeveralMappedTablesAndPaysNoCampaignTwice() throws Exception {
        warehouse.execute("create table raw_ads.day (day date, campaign text, micros bigint)");
        warehouse.execute("create table raw_ads.other (day date, campaign text, micros numeric)");
        warehouse.execute(
                "insert into raw_ads.day values ('2020-02-03', 'Search ads', 1), ('2020-02-03', 'Partner day', 2)");
        warehouse.execute(
                "insert into raw_ads.other values ('2020-02-03', 'Partner day', 3.25), ('2020-02-04', 'Product news', 4)");
        warehouse.execute(
                "create table raw_marketo.program_costs (programid bigint, startdate date, notehash text, cost bigint)");
        warehouse.execute(
                "insert into raw_marketo.program_costs values (21, '2020-01-01', 'a', 500), (22, '2020-01-01', 'a', 600)");

        Warehouse.Outcome outcome = warehouse.build(
                mapped(table("day", "currency: USD") + "  - {table: raw_ads.other, date: day, campaign_key: campaign,"
                        + " amount: micros, currency: USD}\n"));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(SPENT))
                .containsExactly(
                        "Partner day|mapped_table|2020-02-03|5.25", "Product news|mapped_table|2020-02-04|4.00");
        assertThat(warehouse.rows("select campaign_id, string_agg(distinct basis, ' ' order by basis)"
                        + " from core.spend_source where not is_used group by 1 order by 1"))
                .containsExactly(
                        "701000000000001AAA|mapped_table",
                        "701000000000002AAA|actual_cost program_cost",
                        "701000000000003AAA|program_cost");
        assertThat(warehouse.rows("select rows_affected from marts.note where code = 'spend_superseded'"))
                .containsExactly("3");
    }

    @Test
    void takesMarketosCostsBeforeTheCostFieldAndCountsThoseOfProgramsWithoutCampaign() throws Exception {
        warehouse.execute(
                "create table raw_marketo.program_costs (programid text, startdate text, notehash text, cost text)");
        warehouse.execute("insert into raw_marketo.program_costs values ('21', '2020-01-01', 'a', '500'),"
                + " ('21', '2020-01-01', 'b', '50'), ('22', '2020-03-01', 'a', '0'), ('23', '2020-03-01', 'a', '70')");
        warehouse.execute("insert into raw_marketo.programs (id, name) values ('23', 'Not synced')");

        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(SPENT))
                .containsExactly(
                        "Partner day|program_cost|2020-03-01|0.00", "Product news|program_cost|2020-01-01|550.00");
        assertThat(warehouse.rows("select reason, rows from core.dropped where entity = 'spend'"))
                .containsExactly("program_unsynced|1");
    }

    @Test
    void keepsSpendOfUnknownCampaignsAndStopsAboveOnePercent() throws Exception {
        warehouse.execute("create table raw_ads.day (day date, campaign text, micros numeric)");
        warehouse.execute("insert into raw_ads.day values ('2020-02-03', 'Nobody knows', 50)");
        Path seeds = mapped(table("day", "currency: USD"));

        Warehouse.Outcome under = warehouse.build(seeds);
        String total = warehouse
                .rows("select spend::int from marts.total_performance where model = 'first'")
                .get(0);
        warehouse.execute("update raw_ads.day set micros = 500");
        Warehouse.Outcome over = warehouse.build(seeds);

        assertThat(under.exit()).as(under.stderr()).isEqualTo(ExitCode.OK);
        assertThat(total).isEqualTo("7750");
        assertThat(over.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(over.stderr()).contains("spend_without_campaign", "Nobody knows");
    }

    @Test
    void aDayMayHaveTwoCurrenciesUnderBothFormsOfACampaignsId() throws Exception {
        Path seeds = mapped("");
        Files.writeString(seeds.resolve("spend.csv"), """
                date,campaign_id,amount,currency
                2020-02-03,701000000000001AAA,100,USD
                2020-02-03,701000000000001,10,GBP
                """);

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select campaign_id, amount::numeric(12, 2), amount_local::numeric(12, 2), currency"
                        + " from core.spend_day where basis = 'seed'"))
                .containsExactly("701000000000001AAA|113.00|113.00|USD");
    }

    @Test
    void takesNoSideBetweenCampaignsOfOneName() throws Exception {
        warehouse.execute("update raw_salesforce.campaign set name = 'Search ads' where name = 'Product news'");
        warehouse.execute("create table raw_ads.day (day date, campaign text, micros numeric)");
        warehouse.execute("insert into raw_ads.day values ('2020-02-03', 'Search ads', 50)");

        Warehouse.Outcome outcome = warehouse.build(mapped(table("day", "currency: USD")));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(
                        "select campaign_id, is_campaign_known from core.spend_day where basis = 'mapped_table'"))
                .containsExactly("Search ads|f");
    }

    @Test
    void spendThatIsLostOrDoubledIsFound() throws Exception {
        warehouse.execute(
                "create table raw_marketo.program_costs (programid bigint, startdate date, notehash text, cost bigint)");
        warehouse.execute("insert into raw_marketo.program_costs values (22, '2020-01-01', 'a', 600)");
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        Map<String, String> changes = Map.of(
                "campaign_is_paid_once",
                        "insert into core.spend_day select campaign_id, spend_date, amount, amount,"
                                + " currency, basis, true from core.spend_source where basis = 'actual_cost'",
                "spend_source_is_conserved",
                        "update core.spend_source set amount = amount / 2" + " where basis = 'program_cost'",
                "used_spend_is_conserved", "delete from core.spend_day where basis = 'program_cost'");

        for (var change : changes.entrySet()) {
            assertThat(PlantedViolation.found(warehouse, change.getKey(), change.getValue()))
                    .as(change.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    void namesEveryTableColumnAndKeyOfTheSectionThatIsWrong() throws Exception {
        warehouse.execute("create table raw_ads.day (day date, campaign text, micros numeric)");

        Warehouse.Outcome names = warehouse.build(mapped(table("day", "currency: curency")
                + "  - {table: raw_ads.dayy, date: day, campaign_key: campaign, amount: micros}\n"));
        Warehouse.Outcome form = warehouse.build(mapped("spend:\n  - {table: day, date: day, campain_key: campaign,"
                + " amount: micros, match: regex, divide_by: 0}\n"));

        assertThat(names.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(names.stderr())
                .contains(
                        "spend table raw_ads.day has no column curency",
                        "raw_ads.dayy does not exist",
                        "did you mean day?");
        assertThat(form.stderr())
                .contains(
                        "unknown 'spend[0].campain_key'; did you mean campaign_key?",
                        "'spend[0].campaign_key' is missing",
                        "'spend[0].table' must be schema.table",
                        "'spend[0].match' must be",
                        "'spend[0].divide_by' must be");
    }

    private Path mapped(String mapping) throws IOException {
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(seeds.resolve("mapping.yml"), mapping);
        return seeds;
    }

    private static String table(String name, String more) {
        return "spend:\n" + entry(name, more);
    }

    private static String entry(String name, String more) {
        return "  - {table: raw_ads." + name + ", date: day, campaign_key: campaign, amount: micros, " + more + "}\n";
    }
}
