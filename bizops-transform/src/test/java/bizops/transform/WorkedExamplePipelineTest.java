package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The worked example's pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkedExamplePipelineTest {
    private final Warehouse warehouse = PublishedExample.ofAllVendors();

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
    void knowsTheOpenPipelineOfEveryPastDayInEveryPlace() throws Exception {
        for (String day : List.of(
                "2020-02-29=17000", "2020-03-10=30800", "2020-03-31=15000", "2020-04-30=10000", "2020-08-30=")) {
            String at = day.substring(0, 10);
            for (String places : List.of(
                    "core.opportunity_on('" + at + "') where is_open",
                    "core.opportunity_snapshot_day where is_open and day = '" + at + "'",
                    "marts.pipeline_day where day = '" + at + "'")) {
                assertThat(warehouse.rows("select sum(amount)::int from " + places))
                        .as(places)
                        .containsExactly(day.substring(11));
            }
        }
    }

    @Test
    void storesTheEndsOfWeeksAndMonthsAndTheLast92DaysOnly() throws Exception {
        assertThat(warehouse.rows("select day from marts.pipeline_snapshot group by day order by day limit 8"))
                .containsExactly(
                        "2020-02-16",
                        "2020-02-23",
                        "2020-02-29",
                        "2020-03-01",
                        "2020-03-08",
                        "2020-03-15",
                        "2020-03-22",
                        "2020-03-29");
    }

    @Test
    void findsWhatIsPastDueOnADay() throws Exception {
        assertThat(warehouse.rows(
                        "select opportunity_id, stage from core.opportunity_on('2020-04-10') where is_past_due"))
                .containsExactly("006000000000002AAA|1-Discovery");
        assertThat(warehouse.rows("select past_due, past_due_amount::int from marts.pipeline_day"
                        + " where day = '2020-04-10' and past_due > 0"))
                .containsExactly("1|5000");
    }

    @Test
    void closesTheFlowOfTheFirstQuarter() throws Exception {
        assertThat(warehouse.rows("select opening::int, created::int, increase::int, decrease::int, reopened::int,"
                        + " won::int, lost::int, deleted::int, closing::int, created_count, won_count, closing_count"
                        + " from marts.pipeline_flow where period_type = 'quarter' order by period_start"))
                .containsExactly(
                        "0|24800|8200|0|0|18000|0|0|15000|3|1|2",
                        "15000|0|0|0|0|10000|5000|0|0|0|1|0",
                        "0|0|0|0|0|0|0|0|0|0|0|0");
    }

    @Test
    void findsWhatSlippedInTheFirstQuarterAndWhatWasPushed() throws Exception {
        assertThat(warehouse.rows("select baseline, baseline_amount::int, slipped, slipped_amount::int,"
                        + " round(slipped_rate, 6), round(slipped_rate_amount, 6) from marts.pipeline_slipped"
                        + " where period_type = 'quarter' and period_start = '2020-01-01'"))
                .containsExactly("3|24800|2|12800|0.666667|0.516129");
        assertThat(warehouse.rows(
                        "select opportunity_id, push_count, days_pushed from marts.opportunity_push order by 1"))
                .containsExactly("006000000000001AAA|0|0", "006000000000002AAA|0|0", "006000000000003AAA|1|30");
    }

    @Test
    void countsTheDaysInEachStage() throws Exception {
        for (var opportunity : Expected.all().get("days_in_stage").properties()) {
            for (var stage : opportunity.getValue().properties()) {
                Expected.value(
                        warehouse,
                        stage.getValue(),
                        "select d.days from marts.days_in_stage d join core.opportunity o using (opportunity_id)"
                                + " where o.name = '" + opportunity.getKey() + "' and d.stage = '" + stage.getKey()
                                + "'");
            }
        }
        assertThat(warehouse.rows("select count(*), count(days_so_far) from marts.days_in_stage"))
                .containsExactly("8|0");
    }

    @Test
    void showsHowStagesLeadToTheNext() throws Exception {
        assertThat(warehouse.rows("select stage, reached, reached_next, round(conversion_rate, 6), won,"
                        + " median_days::numeric(9, 1) from marts.stage_conversion order by sort"))
                .containsExactly(
                        "0-Pending Acceptance|3|3|1.000000|2|6.0",
                        "1-Discovery|3|2|0.666667|2|17.0",
                        "4-Proposal|2|2|1.000000|2|27.0");
    }

    @Test
    void givesWinRateSalesCycleVelocityAndBookings() throws Exception {
        assertThat(warehouse.rows("select won, lost, round(win_rate, 6), round(win_rate_amount, 6),"
                        + " average_won_amount::int, mean_sales_cycle_days::numeric(9, 1), median_sales_cycle_days"
                        + " from marts.win_rate where period_type = 'all' and basis = 'calendar'"))
                .containsExactly("2|1|0.666667|0.848485|14000|47.5|47.5");
        assertThat(warehouse.rows("select period_start, won, lost from marts.win_rate"
                        + " where period_type = 'month' and basis = 'cohort' order by 1"))
                .containsExactly("2020-02-01|1|1", "2020-03-01|1|0");
        assertThat(warehouse.rows("select period_start, booking_type, type, iacv::int, acv::int, amount::int"
                        + " from marts.booking where period_type = 'quarter' order by 1"))
                .containsExactly(
                        "2020-01-01|new|New Business|18000|18000|18000", "2020-04-01|other||10000|10000|10000");
        assertThat(warehouse.rows("select open_opportunities, won, sales_velocity::int from marts.sales_velocity"))
                .containsExactly("0|2|0");
        assertThat(warehouse.rows("select owner_name, created, won, lost, won_amount::int, open_opportunities"
                        + " from marts.owner_performance where period_type = 'all'"))
                .hasSize(1)
                .allMatch(row -> row.endsWith("|3|2|1|28000|0"));
    }
}
