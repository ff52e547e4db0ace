package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Periods of the funnel: fiscal ones, days far outside the calendar, and cohorts that are too young to judge. */
final class FunnelPeriodTest {
    @Test
    void hasFiscalPeriodsAndDaysBeyondTheCalendar(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);
        warehouse.execute("update raw_salesforce.opportunity set sales_accepted_date__c = '2035-03-15'"
                + " where id = '006000000000002AAA'");

        Warehouse.Outcome outcome =
                warehouse.build(Warehouse.seeds(folder, "{\"as_of\"", "{\"fiscal_year_start_month\": 2, \"as_of\""));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select period_type, period_start, leads from marts.funnel_period"
                        + " where dimension = 'all' and basis = 'cohort'"
                        + " and period_type in ('fiscal_year', 'fiscal_quarter', 'year', 'week') order by 1, 2"))
                .containsExactly(
                        "fiscal_quarter|2019-11-01|1",
                        "fiscal_quarter|2020-02-01|6",
                        "fiscal_year|2019-02-01|1",
                        "fiscal_year|2020-02-01|6",
                        "week|2020-01-06|1",
                        "week|2020-01-27|1",
                        "week|2020-02-03|3",
                        "week|2020-02-17|1",
                        "week|2020-03-02|1",
                        "year|2020-01-01|7");
        assertThat(warehouse.rows("select period_type, period_start, sao from marts.funnel_period"
                        + " where dimension = 'all' and basis = 'calendar' and period_start > '2030-01-01'"
                        + " order by 2, 1"))
                .containsExactly(
                        "quarter|2035-01-01|1",
                        "year|2035-01-01|1",
                        "fiscal_quarter|2035-02-01|1",
                        "fiscal_year|2035-02-01|1",
                        "month|2035-03-01|1",
                        "week|2035-03-12|1",
                        "day|2035-03-15|1");
    }

    @Test
    void tellsACohortThatHadNoTimeToBeWon(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TYPED);

        Warehouse.Outcome outcome = warehouse.build(Warehouse.seeds(folder, "2020-08-31", "2020-05-31"));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select period_start, is_mature from marts.funnel_period where dimension = 'all'"
                        + " and basis = 'cohort' and period_type = 'month' order by 1"))
                .containsExactly("2020-01-01|t", "2020-02-01|t", "2020-03-01|f");
        assertThat(warehouse.rows("select distinct is_mature from marts.funnel_period"
                        + " where basis = 'calendar' or period_type = 'all'"))
                .containsExactly("");
    }
}
