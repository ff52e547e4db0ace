package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline's words mean where the worked example leaves two readings. */
final class PipelineDefinitionsTest {
    @Test
    void takesProbabilitiesOfTheSeedAsFractionsWhereNoneIsAboveOneAndCountsWhatOwnersCreatedAsItWasThen(
            @TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(
                seeds.resolve("stage.csv"),
                "stage,sort,probability,is_closed,is_won\n1-Discovery,1,0.3,false,false\n4-Proposal,2,1,false,false\n");

        build(warehouse, seeds);

        assertThat(
                        warehouse.rows(
                                "select stage, probability::numeric(9, 2) from core.stage where source = 'stage.csv' order by 1"))
                .containsExactly("1-Discovery|0.30", "4-Proposal|1.00");
        assertThat(warehouse.rows("select period_start, created, created_amount::int from marts.owner_performance"
                        + " where period_type = 'month' and created > 0 order by 1"))
                .as("amounts of the first rows of their history, 12000, 5000 and 6000 GBP, not those at their close")
                .containsExactly("2020-02-01|2|17000", "2020-03-01|1|7800");
    }

    @Test
    void keepsAStageReachedThatAWonOpportunityFellBackFromAndKnowsNoSegmentOfADeletedAccount() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("update raw_salesforce.opportunity set isclosed = false, iswon = false,"
                + " stagename = '1-Discovery', amount = null where id = '006000000000001AAA'");
        warehouse.execute("insert into raw_salesforce.opportunityhistory"
                + " (id, opportunityid, stagename, createddate, amount, closedate, isdeleted) values"
                + " ('008A', '006000000000001AAA', '1-Discovery', '2020-05-10T09:00:00Z', null, '2020-03-16', false)");
        warehouse.execute("update raw_salesforce.account set isdeleted = true where name = 'Osier'");

        build(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select stage, reached, reached_next, won from marts.stage_conversion order by sort"))
                .containsExactly("0-Pending Acceptance|3|3|1", "1-Discovery|3|2|1", "4-Proposal|2|2|1");
        assertThat(warehouse.rows("select account_id, segment from core.opportunity order by 1"))
                .containsExactly("001000000000001AAA|Software", "001000000000002AAA|Software", "001000000000003AAA|");
    }

    private static void build(Warehouse warehouse, Path seeds) throws IOException {
        Warehouse.Outcome outcome = warehouse.build(seeds);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
