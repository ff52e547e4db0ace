package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The versions that outlive builds, over builds of raw tables that change between them. */
final class HistoryTest {
    private static final String LUMEN = "001000000000001AAA";
    private static final String TARN = "001000000000002AAA";
    private static final String OSIER = "001000000000003AAA";

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
        assertThat(versions(warehouse, "account", "name", LUMEN))
                .containsExactly("2020-08-31 12:00:00|infinity|f|Lumen");
    }

    /** Lumen changes, Tarn's versions arrive in the wrong order, Osier is deleted and comes back, a lead is gone for a time. */
    @Test
    void keepsEachVersionThatABuildHasSeenInItsPlaceAndNothingTwice() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        List<String> first = everything(warehouse);
        build(warehouse);
        assertThat(everything(warehouse)).isEqualTo(first);

        account(warehouse, LUMEN, "name = 'Lumen Ltd'", "2020-09-02");
        account(warehouse, TARN, "name = 'Tarn 3'", "2020-09-03");
        account(warehouse, OSIER, "isdeleted = true", "2020-09-02");
        warehouse.execute("create table kept as select * from raw_salesforce.lead where id = '00Q000000000007EAA'");
        warehouse.execute("delete from raw_salesforce.lead where id = '00Q000000000007EAA'");
        stampLead8(warehouse, "2020-09-02");
        build(warehouse);
        assertThat(versions(warehouse, "account", "name", LUMEN))
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Lumen", "2020-09-02 08:00:00|infinity|f|Lumen Ltd");

        account(warehouse, LUMEN, "name = 'Lumen Ltd'", "2020-09-03");
        account(warehouse, TARN, "name = 'Tarn 2'", "2020-09-02");
        build(warehouse);
        account(warehouse, OSIER, "isdeleted = false", "2020-09-04");
        warehouse.execute("insert into raw_salesforce.lead select * from kept");
        stampLead8(warehouse, "2020-09-05");
        build(warehouse);
        warehouse.execute("update raw_salesforce.account set _sdc_deleted_at = '2020-09-05T08:00:00Z' where id = '"
                + OSIER + "'");
        build(warehouse);

        aStampAloneMakesNoVersion(warehouse);
        assertThat(versions(warehouse, "account", "name", TARN))
                .as("an older version that arrived late")
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Tarn",
                        "2020-09-02 08:00:00|2020-09-03 08:00:00|f|Tarn 2",
                        "2020-09-03 08:00:00|infinity|f|Tarn 3");
        assertThat(versions(warehouse, "account", "name", OSIER))
                .as("deleted, seen so twice, undeleted, deleted by its loader")
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|Osier",
                        "2020-09-02 08:00:00|2020-09-04 08:00:00|t|Osier",
                        "2020-09-04 08:00:00|2020-09-05 08:00:00|f|Osier",
                        "2020-09-05 08:00:00|infinity|t|Osier");
        assertThat(versions(warehouse, "lead", "is_converted", "00Q000000000007EAA"))
                .as("gone, and back with its old stamp")
                .containsExactly(
                        "2020-08-31 12:00:00|2020-09-02 08:00:00|f|f",
                        "2020-09-02 08:00:00|2020-09-05 08:00:00|t|f",
                        "2020-09-05 08:00:00|infinity|f|f");
    }

    private static void aStampAloneMakesNoVersion(Warehouse warehouse) throws Exception {
        assertThat(versions(warehouse, "account", "name", LUMEN)).hasSize(2);
        assertThat(versions(warehouse, "lead", "is_converted", "00Q000000000008EAA"))
                .hasSize(1);
        assertThat(warehouse.rows("select count(*) from history.account h join history.account o on o.id = h.id"
                        + " and o.observed_at > h.observed_at and o.valid_from = h.valid_to where h.id = '" + LUMEN
                        + "'"))
                .containsExactly("1");
    }

    private static void account(Warehouse warehouse, String id, String change, String day) throws Exception {
        warehouse.execute("update raw_salesforce.account set " + change + ", systemmodstamp = '" + day
                + "T08:00:00Z' where id = '" + id + "'");
    }

    private static void stampLead8(Warehouse warehouse, String day) throws Exception {
        warehouse.execute("update raw_salesforce.lead set systemmodstamp = '" + day
                + "T08:00:00Z' where id = '00Q000000000008EAA'");
    }

    @Test
    void refusesVersionsThatOverlap() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();

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

    @Test
    void aColumnThatAnEarlierVersionDidNotKeepIsFilledAndTheVersionIsStillTheOneThatWasSeen() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        List<String> first = versions(warehouse, "account", "name", LUMEN);
        warehouse.execute("alter table history.account drop column name");
        warehouse.execute("update history.account set row_hash = 'of fewer columns', observed_at = '2019-05-01Z'");

        // As the first build of every other version of the program is.
        Warehouse.Outcome built = warehouse.build(Warehouse.fixture("seeds"), "--full");

        assertThat(built.exit()).as(built.stderr()).isEqualTo(ExitCode.OK);
        assertThat(versions(warehouse, "account", "name", LUMEN)).isEqualTo(first);
        assertThat(warehouse.rows("select distinct observed_at = '2019-05-01Z' from history.account"))
                .containsExactly("t");
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
