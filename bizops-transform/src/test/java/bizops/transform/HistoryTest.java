package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The versions that outlive builds, over builds of raw tables that change between them. */
final class HistoryTest {
    private static final String ACCOUNT = "001000000000001AAA";

    @Test
    void beginsWithWhatTheSourceTellsOfThePast() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("create table raw_salesforce.opportunityfieldhistory"
                + " (id text, opportunityid text, field text, oldvalue text, newvalue text, createddate text)");
        warehouse.execute("insert into raw_salesforce.opportunityfieldhistory values"
                + " ('1', '006000000000001AAA', 'Owner', 'Ann', 'Bob', '2020-02-20T09:00:00Z'),"
                + " ('2', '006000000000001AAA', 'Owner', '005000000000009AAA', '005000000000001AAA', '2020-02-20T09:00:00Z'),"
                + " ('3', '006000000000001AAA', 'LeadSource', '', 'Search', '2020-03-16T09:00:00Z')");

        build(warehouse);

        assertThat(versions(
                        warehouse,
                        "opportunity",
                        "stage, amount::int, close_date, right(owner_id, 4), lead_source",
                        "006000000000001AAA"))
                .containsExactly(
                        "2020-02-10 09:00:00|2020-02-14 09:00:00|f|0-Pending Acceptance|12000|2020-03-31|9AAA|",
                        "2020-02-14 09:00:00|2020-02-20 09:00:00|f|1-Discovery|12000|2020-03-31|9AAA|",
                        "2020-02-20 09:00:00|2020-03-02 09:00:00|f|1-Discovery|12000|2020-03-31|1AAA|",
                        "2020-03-02 09:00:00|2020-03-16 09:00:00|f|4-Proposal|18000|2020-03-31|1AAA|",
                        "2020-03-16 09:00:00|infinity|f|Closed Won|18000|2020-03-16|1AAA|Search");
        assertThat(versions(warehouse, "account", "name", ACCOUNT))
                .containsExactly("2020-08-31 12:00:00|infinity|f|Lumen");
    }

    @Test
    void keepsEachVersionThatABuildHasSeenAndNothingTwice() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        build(warehouse);
        List<String> first = everything(warehouse);

        build(warehouse);
        assertThat(everything(warehouse)).isEqualTo(first);

        warehouse.execute(
                "update raw_salesforce.account set name = 'Lumen Ltd', systemmodstamp = '2020-09-02T08:00:00Z'"
                        + " where id = '" + ACCOUNT + "'");
        build(warehouse);
        assertThat(versions(warehouse, "account", "name", ACCOUNT))
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Lumen", "2020-09-02 08:00:00|infinity|f|Lumen Ltd");

        warehouse.execute("update raw_salesforce.account set systemmodstamp = '2020-09-03T08:00:00Z'" + " where id = '"
                + ACCOUNT + "'");
        build(warehouse);
        assertThat(versions(warehouse, "account", "name", ACCOUNT)).hasSize(2);
        assertThat(warehouse.rows("select count(*) from history.account h join history.account o on o.id = h.id"
                        + " and o.observed_at > h.observed_at and o.valid_from = h.valid_to"))
                .containsExactly("1");
    }

    @Test
    void putsAnOlderVersionThatArrivesLateInItsPlace() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        build(warehouse);
        warehouse.execute("update raw_salesforce.account set name = 'Lumen 3', systemmodstamp = '2020-09-03T08:00:00Z'"
                + " where id = '" + ACCOUNT + "'");
        build(warehouse);

        warehouse.execute("update raw_salesforce.account set name = 'Lumen 2', systemmodstamp = '2020-09-02T08:00:00Z'"
                + " where id = '" + ACCOUNT + "'");
        build(warehouse);

        assertThat(versions(warehouse, "account", "name", ACCOUNT))
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Lumen",
                        "2020-09-02 08:00:00|2020-09-03 08:00:00|f|Lumen 2",
                        "2020-09-03 08:00:00|infinity|f|Lumen 3");
    }

    @Test
    void closesWithADeletionAndOpensAgain() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        build(warehouse);
        String mark = " where id = '" + ACCOUNT + "'";

        warehouse.execute(
                "update raw_salesforce.account set isdeleted = true, systemmodstamp = '2020-09-02T08:00:00Z'" + mark);
        build(warehouse);
        build(warehouse);
        warehouse.execute(
                "update raw_salesforce.account set isdeleted = false, systemmodstamp = '2020-09-04T08:00:00Z'" + mark);
        build(warehouse);
        warehouse.execute("update raw_salesforce.account set _sdc_deleted_at = '2020-09-05T08:00:00Z'" + mark);
        build(warehouse);

        assertThat(versions(warehouse, "account", "name", ACCOUNT))
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Lumen",
                        "2020-09-02 08:00:00|2020-09-04 08:00:00|t|Lumen",
                        "2020-09-04 08:00:00|2020-09-05 08:00:00|f|Lumen",
                        "2020-09-05 08:00:00|infinity|t|Lumen");
    }

    @Test
    void closesWhatIsGoneAndOpensItAgainWhenItIsBackWithItsOldStamp() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        build(warehouse);
        warehouse.execute("create table kept as select * from raw_salesforce.lead where id = '00Q000000000007EAA'");
        warehouse.execute("delete from raw_salesforce.lead where id = '00Q000000000007EAA'");
        warehouse.execute("update raw_salesforce.lead set systemmodstamp = '2020-09-02T08:00:00Z'"
                + " where id = '00Q000000000008EAA'");
        build(warehouse);
        build(warehouse);
        warehouse.execute("insert into raw_salesforce.lead select * from kept");
        warehouse.execute("update raw_salesforce.lead set systemmodstamp = '2020-09-05T08:00:00Z'"
                + " where id = '00Q000000000008EAA'");
        build(warehouse);
        build(warehouse);

        assertThat(versions(warehouse, "lead", "is_converted", "00Q000000000007EAA"))
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|f",
                        "2020-09-02 08:00:00|2020-09-05 08:00:00|t|f",
                        "2020-09-05 08:00:00|infinity|f|f");
        assertThat(versions(warehouse, "lead", "is_converted", "00Q000000000008EAA"))
                .hasSize(1);
    }

    @Test
    void refusesVersionsThatOverlap() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        build(warehouse);

        assertThat(warehouse.rows("select conrelid::regclass from pg_constraint where contype = 'x' order by 1::text"))
                .containsExactlyInAnyOrder(
                        "history.account",
                        "history.campaign",
                        "history.lead",
                        "history.opportunity",
                        "history.\"user\"");
        assertThat(warehouse.rows("select count(*) from marts.note where code = 'history_unconstrained'"))
                .containsExactly("0");
    }

    @Test
    void standsInTheSchemaOfItsEnvironmentAndKeepsNothingOfABuildThatFails() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        Map<String, String> acme = Map.of("schema_prefix", "\"acme\"");
        warehouse.build(acme, Warehouse.fixture("seeds"));
        String count = "select count(*) from acme_history.opportunity";
        List<String> before = warehouse.rows(count);
        warehouse.execute("update raw_salesforce.opportunity set name = 'x', amount = 1, currencyisocode = 'XYZ',"
                + " systemmodstamp = '2020-09-02T08:00:00Z'");

        Warehouse.Outcome outcome = warehouse.build(acme, Warehouse.fixture("seeds"));

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(warehouse.rows(count)).isEqualTo(before).doesNotContain("0");
        assertThat(warehouse.rows("select nspname from pg_namespace where nspname = 'history'"))
                .isEmpty();
    }

    private static List<String> versions(Warehouse warehouse, String entity, String columns, String id)
            throws Exception {
        return warehouse.rows("select valid_from at time zone 'UTC', valid_to at time zone 'UTC', is_deleted, "
                + columns + " from history." + entity + " where id = '" + id + "' order by 1");
    }

    private static List<String> everything(Warehouse warehouse) throws Exception {
        return warehouse.rows(
                "select o::text from history.opportunity o union all select a::text from history.account a"
                        + " union all select u::text from history.user u union all select l::text from history.lead l"
                        + " union all select c::text from history.campaign c order by 1");
    }

    private static void build(Warehouse warehouse) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
