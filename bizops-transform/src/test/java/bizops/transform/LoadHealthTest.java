package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that went wrong are seen before their numbers are. */
final class LoadHealthTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");

    @Test
    void warnsOfARawTableThatShrankAndPublishesNoneThatIsAlmostGone() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();

        warehouse.execute("delete from raw_salesforce.lead where id in"
                + " (select id from raw_salesforce.lead order by id desc limit 2)");
        Warehouse.Outcome fewer = warehouse.build(SEEDS);
        assertThat(fewer.exit()).as(fewer.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(
                        "select failing, severity from bizops.build_test where test = 'volume' and failing > 0"))
                .containsExactly("2|warn");

        warehouse.execute("delete from raw_salesforce.campaignmember where id <> '00v000000000001AAA'");
        Warehouse.Outcome gone = warehouse.build(SEEDS);
        assertThat(gone.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(gone.stderr())
                .contains(
                        "test volume on staging.salesforce_campaign_member",
                        "has 1 rows, and had 12",
                        "--allow-shrunk");

        assertThat(warehouse.build(SEEDS, "--allow-shrunk").exit()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.build(SEEDS).exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void publishesWithoutAVendorWhoseTablesWereDropped() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        warehouse.execute("drop schema raw_marketo cascade");

        Warehouse.Outcome outcome = warehouse.build(SEEDS);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(
                        "select distinct severity from bizops.build_test where test = 'volume' and failing > 0"))
                .containsExactly("warn");
    }

    @Test
    void holdsTheLastLoadToTheClock(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("alter table raw_salesforce.lead add column _sdc_received_at timestamptz"
                + " default now() - interval '30 hours'");
        Path strict = Warehouse.seeds(
                folder, "{\"as_of\"", "{\"freshness\": {\"Lead\": {\"error_hours\": \"28.5\"}}, \"as_of\"");

        Warehouse.Outcome published = warehouse.build(SEEDS);
        assertThat(published.exit()).as(published.stderr()).isEqualTo(ExitCode.OK);
        assertThat(freshness(warehouse)).contains("warning: test freshness on raw_salesforce.lead", "30.0 hours ago");
        Warehouse.Outcome stopped = warehouse.build(strict);
        assertThat(stopped.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(stopped.stderr()).contains("test freshness on raw_salesforce.lead");

        warehouse.execute("create table bizops.checkpoint (checkpoint_id bigint, schema_name text, table_name text,"
                + " committed_at timestamptz)");
        warehouse.execute(
                "insert into bizops.checkpoint values (1, 'raw_salesforce', 'lead', now() - interval '27 hours')");
        assertThat(freshness(warehouse)).contains("27.0 hours ago");

        warehouse.execute("create table bizops.run (run_id text, tap text, exit_code int, ended_at timestamptz)");
        warehouse.execute("create table bizops.run_stream (run_id text, stream text)");
        warehouse.execute("insert into bizops.run_stream values ('a', 'Lead'), ('b', 'Lead')");
        warehouse.execute("insert into bizops.run values ('a', '/opt/bin/tap-salesforce', 1, now())");
        assertThat(freshness(warehouse)).contains("27.0 hours ago");
        warehouse.execute("insert into bizops.run values ('b', '/opt/bin/tap-salesforce', 0, now())");
        assertThat(freshness(warehouse)).doesNotContain("freshness");
    }

    private static String freshness(Warehouse warehouse) throws Exception {
        return warehouse.run("test").stdout();
    }

    @Test
    void refusesLimitsThatMeanNothing(@TempDir Path folder) throws Exception {
        Path unknown = Warehouse.seeds(folder, "{\"as_of\"", "{\"freshness\": {\"Leads\": {}}, \"as_of\"");
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);

        assertThat(warehouse.build(unknown).stderr())
                .contains("'freshness' names \"Leads\"")
                .hasLineCount(1);
        Path wrong = Warehouse.seeds(
                folder.resolve("b"),
                "{\"as_of\"",
                "{\"freshness\": {\"Lead\": {\"warn_hours\": 0, \"eror_hours\": 3}}, \"as_of\"");
        assertThat(warehouse.build(wrong).stderr())
                .contains("freshness.Lead.warn_hours' must be a number of hours over 0", "unknown 'eror_hours'")
                .hasLineCount(2);
    }
}
