package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does to what stands there already, and how it refuses. */
final class PublishTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");

    @Test
    void movesUsersViewsAndGrantsToTheNewTables() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.execute("create schema own");
        warehouse.execute("create view own.leads as select sum(leads) as leads from marts.campaign_performance"
                + " where model = 'first'");
        warehouse.execute("do $$ begin create role reader; exception when duplicate_object then null; end $$");
        warehouse.execute("grant usage on schema marts to reader");
        warehouse.execute("grant select on marts.sao to reader");
        warehouse.execute("delete from raw_salesforce.lead where id = '00Q000000000007EAA'");

        Warehouse.Outcome outcome = warehouse.build(SEEDS, "--full");

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select leads::int from own.leads")).containsExactly("6");
        assertThat(warehouse.rows("select has_schema_privilege('reader', 'marts', 'usage'),"
                        + " has_table_privilege('reader', 'marts.sao', 'select'),"
                        + " has_table_privilege('reader', 'marts.note', 'select')"))
                .containsExactly("t|t|f");
    }

    @Test
    void namesTheUsersViewWhenToldToFail() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.execute("create view public.mine as select * from marts.sao");

        Warehouse.Outcome outcome = warehouse.build(SEEDS, "--full", "--on-dependents", "fail");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("view public.mine").hasLineCount(1);
    }

    @Test
    void publishesNothingWhenATestFails(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(seeds.resolve("currency_rate.csv"), "currency,valid_from,rate\nGBP,2020-05-05,1.3\n");

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("rate_missing", "core.currency_rate", "2 rows", "GBP 006000000000003AAA");
        assertThat(warehouse.rows("select nspname from pg_namespace where nspname = 'marts'"))
                .isEmpty();
        assertThat(warehouse.rows("select status from bizops.build")).containsExactly("failed");
        assertThat(warehouse.rows("select samples from bizops.build_test where test = 'rate_missing_then'"))
                .as("a close date of then has no rate either")
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("GBP 006000000000003AAA 2020-03-31");
    }

    @Test
    void refusesASecondBuildOfTheSameSchemas() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        try (Connection other = warehouse.connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('bizops build marts', 0))");

            Warehouse.Outcome outcome = warehouse.build(SEEDS);

            assertThat(outcome.exit()).isEqualTo(ExitCode.TRY_LATER);
        }
    }

    @Test
    void leavesASchemaOfSomebodyElseAloneAndNamesBothTablesThatDifferByCaseOnly() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("create schema core");
        warehouse.execute("create table core.mine (a int)");

        assertThat(warehouse.build(SEEDS).stderr()).contains("schema \"core\" exists", "schema_prefix");

        warehouse.execute("create table raw_salesforce.\"Lead\" (\"Id\" text)");
        assertThat(warehouse.build(acme(""), SEEDS).stderr()).contains("\"Lead\" and \"lead\"", "raw_names");
        assertThat(warehouse.build(acme("\"Lead\": \"lead\""), SEEDS).exit()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select count(*) from acme_marts.sao")).containsExactly("3");
        assertThat(warehouse.rows("select count(*) from core.mine")).containsExactly("0");
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheWarehouse() throws Exception {
        Warehouse empty = new Warehouse();

        Warehouse.Outcome missing = empty.build(SEEDS);
        Warehouse.Outcome password = empty.build(Map.of("password", "wrong"), SEEDS);

        assertThat(missing.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(missing.stderr()).contains("raw_salesforce").hasLineCount(1);
        assertThat(password.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(password.stderr())
                .contains("password")
                .doesNotContain("\"wrong\"")
                .hasLineCount(1);
    }

    private static Map<String, String> acme(String rawNames) {
        return Map.of("schema_prefix", "\"acme\"", "raw_names", "{" + rawNames + "}");
    }

    @Test
    void reportsEveryProblemOfTheSeedsAtOnce(@TempDir Path folder) throws Exception {
        Path seeds = Warehouse.seeds(folder, "\"gross_margin\": \"0.75\"", "\"gross_margin\": 2, \"gros\": 1");
        Files.writeString(
                seeds.resolve("spend.csv"),
                "date,campaign_id,amount,currency\n2020-13-01,c,1,USD\n2020-01-01,c,x,USD\n");

        Warehouse.Outcome outcome = new Warehouse().build(seeds);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr())
                .contains("'gross_margin' must be", "unknown setting 'gros'", "spend.csv, line 2", "spend.csv, line 3")
                .hasLineCount(4);
    }

    @Test
    void countsWhatItCannotReadAndStopsOverTheLimit(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TEXT);
        warehouse.execute("update raw_salesforce.lead set mql_date__c = '2020-13-40' where id = '00Q000000000001EAA'");

        Warehouse.Outcome over = warehouse.build(SEEDS);
        Warehouse.Outcome under =
                warehouse.build(Warehouse.seeds(folder, "{\"as_of\"", "{\"reject_limit\": 0.5, \"as_of\""));

        assertThat(over.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(over.stderr()).contains("reject_limit(mql_date__c)", "2020-13-40");
        assertThat(under.exit()).as(under.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select distinct column_name, key, value from bizops.audit_reject"))
                .containsExactly("mql_date__c|00Q000000000001EAA|2020-13-40");
    }
}
