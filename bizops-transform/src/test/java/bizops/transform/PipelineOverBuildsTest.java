package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** What the pipeline knows because earlier builds have seen it. */
final class PipelineOverBuildsTest {
    private static final String OWNER =
            "select distinct on (right(owner_id, 4), owner_is_current) day, right(owner_id, 4), owner_is_current"
                    + " from core.opportunity_snapshot_day where opportunity_id = '006000000000001AAA'"
                    + " order by 2, 3, 1";

    @Test
    void showsWhatWasDeletedInTheFlowAndLeavesItOutOfEveryDayAndKnowsTheOwnerOfThen() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery',"
                        + " closedate = '2020-03-31' where id = '006000000000002AAA'");
        warehouse.execute("delete from raw_salesforce.opportunityhistory where id = '008000000000007AAA'");
        warehouse.execute("update raw_salesforce.opportunity set systemmodstamp = '2020-06-01T09:00:00Z'");
        build(warehouse);
        assertThat(warehouse.rows(OWNER)).containsExactly("2020-02-10|1AAA|t");
        warehouse.execute(
                "update raw_salesforce.opportunity set isdeleted = true, systemmodstamp = '2020-08-20T09:00:00Z'"
                        + " where id = '006000000000002AAA'");
        warehouse.execute("delete from raw_salesforce.opportunityhistory where opportunityid = '006000000000002AAA'");
        warehouse.execute(
                "insert into raw_salesforce.user (id, name, isactive) values ('005000000000007AAA', 'Bo', true)");
        warehouse.execute("update raw_salesforce.opportunity set ownerid = '005000000000007AAA',"
                + " systemmodstamp = '2020-07-10T09:00:00Z' where id = '006000000000001AAA'");

        build(warehouse);

        assertThat(warehouse.rows(
                        "select period_start, opening::int, created::int, won::int, deleted::int, deleted_count,"
                                + " closing::int from marts.pipeline_flow where period_type = 'quarter' order by 1"))
                .containsExactly(
                        "2020-01-01|0|24800|18000|0|0|15000",
                        "2020-04-01|15000|0|10000|0|0|5000",
                        "2020-07-01|5000|0|0|5000|1|0");
        assertThat(warehouse.rows("select count(*) from core.opportunity_on('2020-06-30') where is_open"))
                .containsExactly("0");
        assertThat(warehouse.rows("select sum(amount)::int from marts.pipeline_day where day = '2020-03-31'"))
                .containsExactly("10000");
        assertThat(warehouse.rows(OWNER)).containsExactly("2020-02-10|1AAA|f", "2020-07-10|7AAA|f");
        assertThat(warehouse.rows("select day, right(owner_id, 4) from marts.pipeline_snapshot"
                        + " where day = '2020-02-29' and amount = 12000"))
                .containsExactly("2020-02-29|1AAA");
    }

    @Test
    void seesChangesSinceTheFirstBuildWhereThereIsNoStageHistory() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("drop table raw_salesforce.opportunityhistory");
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery',"
                        + " systemmodstamp = '2020-06-01T09:00:00Z' where id = '006000000000002AAA'");
        build(warehouse);
        warehouse.execute("update raw_salesforce.opportunity set stagename = '4-Proposal', amount = 7000,"
                + " systemmodstamp = '2020-07-10T09:00:00Z' where id = '006000000000002AAA'");

        build(warehouse);

        assertThat(warehouse.rows("select valid_from at time zone 'UTC', stage, amount::int, is_synthetic"
                        + " from core.opportunity_change where opportunity_id = '006000000000002AAA' order by 1"))
                .containsExactly("2020-02-20 09:00:00|1-Discovery|5000|t", "2020-07-10 09:00:00|4-Proposal|7000|t");
        assertThat(warehouse.rows("select valid_from at time zone 'UTC', stage from history.opportunity"
                        + " where id = '006000000000002AAA' order by 1"))
                .containsExactly("2020-06-01 09:00:00|1-Discovery", "2020-07-10 09:00:00|4-Proposal");
        assertThat(warehouse.rows("select increase::int, closing::int from marts.pipeline_flow"
                        + " where period_type = 'quarter' and period_start = '2020-07-01'"))
                .containsExactly("2000|7000");
        assertThat(warehouse.rows("select count(*), count(days), count(days_so_far) from marts.days_in_stage"))
                .containsExactly("2|0|0");
    }

    @Test
    void countsADeletedOpportunityFromItsCreationWhereThereIsNoStageHistory() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("drop table raw_salesforce.opportunityhistory");
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery',"
                        + " systemmodstamp = '2020-06-01T09:00:00Z' where id = '006000000000002AAA'");
        build(warehouse);
        warehouse.execute("update raw_salesforce.opportunity set _sdc_deleted_at = '2020-08-20T09:00:00Z'"
                + " where id = '006000000000002AAA'");

        build(warehouse);

        assertThat(
                        warehouse.rows(
                                "select created::int, deleted::int, closing::int from marts.pipeline_flow"
                                        + " where period_type = 'month' and period_start in ('2020-02-01', '2020-08-01') order by period_start"))
                .containsExactly("23000|0|5000", "0|5000|0");
    }

    private static void build(Warehouse warehouse) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
