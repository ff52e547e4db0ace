package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline over histories that the worked example does not have. */
final class PipelineTest {
    private static final String HISTORY = "insert into raw_salesforce.opportunityhistory"
            + " (id, opportunityid, stagename, createddate, amount, closedate, isdeleted) values ";

    @Test
    void knowsTodayOnlyWithoutStageHistory() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("drop table raw_salesforce.opportunityhistory");

        build(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows(
                        "select stage, is_synthetic, valid_to, from_day from core.opportunity_change order by 4"))
                .containsExactly(
                        "Closed Won|t|infinity|2020-02-10",
                        "8-Closed Lost|t|infinity|2020-02-20",
                        "Closed Won|t|infinity|2020-03-05");
        assertThat(warehouse.rows("select count(*) from marts.days_in_stage")).containsExactly("0");
        assertThat(
                        warehouse.rows(
                                "select metric_names @> array['days_in_stage'] from marts.note where code = 'no_stage_history'"))
                .containsExactly("t");
    }

    @Test
    void showsWhatWasOpenedAgainAndCollapsesRowsThatChangeNothingToTheLastOfOneInstant() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute(HISTORY
                + "('008000000000008BAA', '006000000000003AAA', '0-Pending Acceptance', '2020-03-07T09:00:00Z', 6000, '2020-03-31', false),"
                + "('008000000000009BAA', '006000000000003AAA', '4-Proposal', '2020-03-11T09:00:00Z', 6000, '2020-03-31', false),"
                + "('008000000000010BAA', '006000000000003AAA', 'Closed Won', '2020-03-12T09:00:00Z', 6000, '2020-03-31', true),"
                + "('008A', '006000000000001AAA', '4-Proposal', '2020-05-10T09:00:00Z', 9000, '2020-06-30', false),"
                + "('008B', '006000000000001AAA', '4-Proposal', '2020-05-20T09:00:00Z', 8000, '2020-05-31', false),"
                + "('008C', '006000000000001AAA', 'Closed Won', '2020-05-25T09:00:00Z', 18000, '2020-03-16', false)");

        build(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows(
                        "select opening::int, increase::int, decrease::int, reopened::int, won::int, lost::int,"
                                + " closing::int, reopened_count, won_count from marts.pipeline_flow"
                                + " where period_type = 'month' and period_start = '2020-05-01'"))
                .containsExactly("10000|10000|1000|9000|28000|0|0|1|2");
        assertThat(warehouse.rows("select push_count, days_pushed from marts.opportunity_push"
                        + " where opportunity_id = '006000000000001AAA'"))
                .as("a close date that comes nearer, or moves while it is closed, is no push")
                .containsExactly("0|0");
        assertThat(warehouse.rows("select stage, visits, days::int from marts.days_in_stage"
                        + " where opportunity_id = '006000000000001AAA' and stage = '4-Proposal'"))
                .containsExactly("4-Proposal|2|29");
        assertThat(warehouse.rows("select stage, from_day from core.opportunity_change"
                        + " where opportunity_id = '006000000000003AAA' order by 2"))
                .containsExactly(
                        "0-Pending Acceptance|2020-03-05",
                        "4-Proposal|2020-03-11",
                        "4-Proposal|2020-03-25",
                        "Closed Won|2020-05-04");
    }

    @Test
    void countsNoSlipWhileThePeriodLastsNorOfWhatCameNearer(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery',"
                        + " closedate = '2020-08-15' where id = '006000000000002AAA'");
        warehouse.execute(
                "update raw_salesforce.opportunityhistory set stagename = '1-Discovery', closedate = '2020-08-15'"
                        + " where id = '008000000000007AAA'");

        build(warehouse, Warehouse.seeds(folder, "2020-08-31", "2020-08-30"));

        assertThat(warehouse.rows(
                        "select period_type, period_start, is_partial, baseline, slipped from marts.pipeline_slipped"
                                + " where period_start >= '2020-07-01' order by 1, 2"))
                .containsExactly(
                        "fiscal_quarter|2020-07-01|t|1|",
                        "month|2020-08-01|t|1|",
                        "quarter|2020-07-01|t|1|",
                        "week|2020-08-10|f|1|1");
        assertThat(warehouse.rows("select push_count, days_pushed from marts.opportunity_push"
                        + " where opportunity_id = '006000000000002AAA'"))
                .containsExactly("1|137");
        assertThat(warehouse.rows(
                        "select days_so_far::numeric(9, 3), is_slow from marts.days_in_stage where is_current"))
                .as("from 2020-02-27 09:00 UTC up to the midnight in Berlin that ends as_of")
                .containsExactly("185.542|t");
    }

    @Test
    void leavesOutWhatIsDeletedOnEveryDayAndTakesTheRecordWhereItsHistoryEndsElsewhere() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("update raw_salesforce.opportunity set isdeleted = true where id = '006000000000001AAA'");
        warehouse.execute("update raw_salesforce.opportunity set amount = 9000 where id = '006000000000003AAA'");

        build(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select sum(amount)::int from core.opportunity_on('2020-03-10')"))
                .containsExactly("12800");
        assertThat(warehouse.rows("select valid_from at time zone 'UTC', amount_local::int, is_synthetic"
                        + " from core.opportunity_change where opportunity_id = '006000000000003AAA'"
                        + " order by 1 desc limit 2"))
                .containsExactly("2020-08-31 12:00:00|9000|t", "2020-05-04 09:00:00|8000|f");
    }

    @Test
    void takesOrderAndFlagsOfStagesFromTheSeedElseFromSalesforceAndTheSaoDateFromTheFirstEntryIntoTheMappedStage(
            @TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("create table raw_salesforce.opportunitystage as select * from (values"
                + " ('1', '1-Discovery', '1', 'false', 'false', '10'), ('2', '0-Pending Acceptance', '2', 'false', 'false', '20'))"
                + " as t (id, masterlabel, sortorder, isclosed, iswon, defaultprobability)");
        warehouse.execute(
                "update raw_salesforce.opportunity set sales_accepted_date__c = null where id <> '006000000000003AAA'");
        warehouse.execute(HISTORY
                + "('008D', '006000000000001AAA', '1-Discovery', '2020-02-28T09:00:00Z', 12000, '2020-03-31', false)");
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(seeds.resolve("mapping.yml"), "opportunity: {sao_stage: 1-Discovery}\n");

        build(warehouse, seeds);
        assertThat(warehouse.rows("select opportunity_id, sao_date from marts.sao order by 1"))
                .containsExactly(
                        "006000000000001AAA|2020-02-14",
                        "006000000000002AAA|2020-02-27",
                        "006000000000003AAA|2020-03-11");
        assertThat(warehouse.rows(
                        "select stage, sort, probability::numeric(9, 2), source from core.stage order by sort"))
                .containsExactly(
                        "1-Discovery|1|0.10|OpportunityStage",
                        "0-Pending Acceptance|2|0.20|OpportunityStage",
                        "4-Proposal|3||OpportunityHistory",
                        "8-Closed Lost|4||Opportunity",
                        "Closed Won|5||Opportunity");

        Files.writeString(
                seeds.resolve("stage.csv"),
                "stage,sort,probability,is_closed,is_won\n4-Proposal,1,50,false,false\n1-Discovery,2,5,true,false\n");
        build(warehouse, seeds);
        assertThat(warehouse.rows("select stage, is_closed, source from core.stage order by sort"))
                .containsExactly(
                        "4-Proposal|f|stage.csv",
                        "0-Pending Acceptance|f|OpportunityStage",
                        "1-Discovery|t|stage.csv",
                        "8-Closed Lost|t|Opportunity",
                        "Closed Won|t|Opportunity");
    }

    @Test
    void forecastsByTheStagesOwnWinRateOnceTwentyAreClosed(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery',"
                        + " closedate = '2020-09-20' where id = '006000000000002AAA'");
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(
                seeds.resolve("stage.csv"), "stage,sort,probability,is_closed,is_won\n1-Discovery,1,30,false,false\n");
        String forecast = "select period_type, won_amount::int, open_amount::int, expected_amount::int, forecast::int,"
                + " by_stage_probability from marts.forecast where period_type in ('quarter', 'year') order by 1";

        build(warehouse, seeds);
        assertThat(warehouse.rows(forecast))
                .containsExactly("quarter|0|5000|1500|1500|1", "year|28000|5000|1500|29500|1");

        warehouse.execute(
                "insert into raw_salesforce.opportunity (id, name, stagename, amount, closedate, isclosed, iswon,"
                        + " isdeleted, createddate) select '006X' || n, 'X', case when n <= 5 then 'Closed Won' else '8-Closed Lost' end,"
                        + " 1, '2020-08-01', true, n <= 5, false, '2020-01-02T09:00:00Z' from generate_series(1, 18) n");
        warehouse.execute(HISTORY.replace(" values ", " ")
                + "select '008X' || n, '006X' || n, '1-Discovery', '2020-01-02T09:00:00Z'::timestamptz, 1, '2020-08-01'::date, false"
                + " from generate_series(1, 18) n");
        build(warehouse, seeds);
        assertThat(warehouse.rows("select closed, won from marts.stage_win_rate where stage = '1-Discovery'"))
                .containsExactly("20|7");
        assertThat(warehouse.rows(forecast))
                .containsExactly("quarter|5|5000|1750|1755|0", "year|28005|5000|1750|29755|0");
    }

    @Test
    void countsActivitiesOfOwnersAndOfOpenOpportunitiesAndDividesTheOpenPipelineByWhatIsMissingOfTheQuota(
            @TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        String o2 = "006000000000002AAA";
        warehouse.execute(
                "update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = '1-Discovery'"
                        + " where id = '" + o2 + "'");
        String scorecard = "select completed_activities, completed_30_days, opportunities_touched, last_activity_date,"
                + " open_opportunities, stale_opportunities from marts.activity_scorecard";
        String open = "select completed_activities, last_activity_date, days_since_last_activity, is_stale"
                + " from marts.opportunity_activity";
        Path seeds = Warehouse.seeds(folder, "", "");
        String owner = "005000000000001AAA";
        Files.writeString(
                seeds.resolve("quota.csv"),
                "owner_id,month,amount,currency\n,2020-04,40000,GBP\n,2020-05-15,11000,USD\n" + owner.substring(0, 15)
                        + ",2020-05,9000,USD\n");

        build(warehouse, seeds);
        assertThat(warehouse.rows("select period_start, scope, quota::int, won_amount::int, open_amount::int,"
                        + " round(coverage, 6) from marts.pipeline_coverage where period_type in ('month', 'quarter')"
                        + " and period_start >= '2020-04-01' order by period_type, 1, 2"))
                .containsExactly(
                        "2020-04-01|company|50000|0|5000|0.100000",
                        "2020-04-01|owner||0|5000|",
                        "2020-05-01|company|11000|10000|0|0.000000",
                        "2020-05-01|owner|9000|10000|0|",
                        "2020-04-01|company|61000|10000|5000|0.098039",
                        "2020-04-01|owner|9000|10000|5000|");
        assertThat(warehouse.rows("select count(*) from marts.note where code in ('quota_missing', 'seed_missing')"))
                .containsExactly("0");
        assertThat(warehouse.rows(scorecard)).as("not known is not 0").containsExactly("||||1|");
        assertThat(warehouse.rows(open)).containsExactly("|||");
        assertThat(warehouse.rows("select count(*) from marts.note where code = 'no_activity'"))
                .containsExactly("2");

        warehouse.execute("create table raw_salesforce.task as select * from (values"
                + " ('00T1', '00Q000000000004EAA', '" + o2
                + "', '005000000000001AAA', 'Call', '2020-07-01', 'true', 'false'),"
                + " ('00T2', '003000000000003AAA', '001000000000002AAA', '005000000000001AAA', 'Email', '2020-08-20', 'true', 'false'),"
                + " ('00T3', null, '" + o2 + "', '005000000000001AAA', 'Call', '2020-08-25', 'false', 'false'),"
                + " ('00T4', null, '" + o2 + "', '005000000000001AAA', 'Call', '2020-08-26', 'true', 'true'))"
                + " as t (id, whoid, whatid, ownerid, type, activitydate, isclosed, isdeleted)");
        build(warehouse, Warehouse.fixture("seeds"));
        assertThat(warehouse.rows(scorecard)).containsExactly("2|1|1|2020-08-20|1|1");
        assertThat(warehouse.rows(open)).containsExactly("1|2020-07-01|61|t");
        assertThat(warehouse.rows("select activity_id, person_key, right(account_id, 4), date, is_completed"
                        + " from core.activity order by 1"))
                .containsExactly(
                        "00T1|pia@tarn.example|2AAA|2020-07-01|t",
                        "00T2|pia@tarn.example|2AAA|2020-08-20|t",
                        "00T3||2AAA|2020-08-25|f");

        warehouse.execute("create table raw_salesforce.event as select * from (values"
                + " ('00U1', null, '" + o2
                + "', '005000000000001AAA', 'Meeting', '2020-08-30T23:30:00.000+0000', 'false'),"
                + " ('00U2', null, '" + o2
                + "', '005000000000001AAA', 'Meeting', '2020-09-30T09:00:00.000+0000', 'false'))"
                + " as t (id, whoid, whatid, ownerid, type, activitydatetime, isdeleted)");
        build(warehouse, Warehouse.fixture("seeds"));
        assertThat(warehouse.rows(open))
                .as("23:30 UTC is the next day in Berlin")
                .containsExactly("2|2020-08-31|0|f");
        assertThat(warehouse.rows("select count(*) from marts.note where code = 'no_activity'"))
                .containsExactly("0");
    }

    private static void build(Warehouse warehouse, Path seeds) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(seeds);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
