package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The worked example's pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkedExamplePipelineTest {
    private Warehouse warehouse = new Warehouse();

    @BeforeAll
    void build() throws Exception {
        warehouse = Warehouse.ofAllVendors();
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    @Test
    void valuesEachChangeAtTheRateOfTheCloseDateOfThen() throws Exception {
        assertThat(warehouse.rows(
                        "select valid_from at time zone 'UTC', valid_to at time zone 'UTC', stage, amount::int,"
                                + " amount_local::int, close_date, is_open, is_won, is_synthetic from core.opportunity_change"
                                + " where opportunity_id like '%3AAA' order by 1"))
                .containsExactly(
                        "2020-03-05 09:00:00|2020-03-11 09:00:00|0-Pending Acceptance|7800|6000|2020-03-31|t|f|f",
                        "2020-03-11 09:00:00|2020-03-25 09:00:00|1-Discovery|7800|6000|2020-03-31|t|f|f",
                        "2020-03-25 09:00:00|2020-05-04 09:00:00|4-Proposal|10000|8000|2020-04-30|t|f|f",
                        "2020-05-04 09:00:00|infinity|Closed Won|10000|8000|2020-05-04|f|t|f");
    }

    @Test
    void knowsTheOpenPipelineOfEveryPastDay() throws Exception {
        for (String day :
                new String[] {"2020-02-29=17000", "2020-03-10=30800", "2020-03-31=15000", "2020-04-30=10000"}) {
            String[] wanted = day.split("=");
            assertThat(warehouse.rows(
                            "select sum(amount)::int from core.opportunity_on('" + wanted[0] + "') where is_open"))
                    .as(day)
                    .containsExactly(wanted[1]);
            assertThat(warehouse.rows("select sum(amount)::int from core.opportunity_snapshot_day where day = '"
                            + wanted[0] + "' and is_open"))
                    .as(day)
                    .containsExactly(wanted[1]);
        }
    }

    @Test
    void findsWhatIsPastDueOnADay() throws Exception {
        assertThat(warehouse.rows(
                        "select opportunity_id, stage from core.opportunity_on('2020-04-10') where is_past_due"))
                .containsExactly("006000000000002AAA|1-Discovery");
    }
}
