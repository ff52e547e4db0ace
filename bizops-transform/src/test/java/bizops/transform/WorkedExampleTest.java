package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example, whose numbers an independent program has computed; the fixture's README tells the differences. */
final class WorkedExampleTest {
    @Test
    void givesTheExpectedNumbersWithAllVendors() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();

        JsonNode expected = Expected.all();
        for (String model : List.of("first", "linear")) {
            Expected.compare(
                    warehouse,
                    expected.get("campaign_performance_" + model),
                    "marts.campaign_performance where model = '" + model + "' and campaign_name");
            Expected.compare(
                    warehouse,
                    expected.get("channel_performance_" + model),
                    "marts.channel_performance where model = '" + model + "' and channel");
        }
        Expected.row(warehouse, expected.get("total_performance"), "marts.total_performance where model = 'first'");
        assertThat(warehouse.rows("select count(*) from core.touch")).containsExactly("13");
    }

    @Test
    void givesTheNumbersOfSalesforceAlone() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();

        assertThat(warehouse.rows(
                        "select model, campaign_name, spend::int, leads::numeric(9, 2), new_customers::numeric(9, 6),"
                                + " won_iacv::numeric(9, 2), iacv_at_median::numeric(9, 2), ltv from marts.campaign_performance"
                                + " where model in ('first', 'last', 'linear')"
                                + " order by 1, 2"))
                .containsExactly(
                        "first|(unattributed)||1.00|0.000000|0.00|0.00|",
                        "first|Partner day|3600|3.00|0.000000|0.00|0.00|",
                        "first|Product news||0.00|0.000000|0.00|0.00|",
                        "first|Search ads|4100|3.00|2.000000|28000.00|18000.00|",
                        "last|(unattributed)||1.00|0.000000|0.00|0.00|",
                        "last|Partner day|3600|2.00|1.000000|18000.00|18000.00|",
                        "last|Product news||1.00|0.000000|0.00|0.00|",
                        "last|Search ads|4100|3.00|1.000000|10000.00|10000.00|",
                        "linear|(unattributed)||1.00|0.000000|0.00|0.00|",
                        "linear|Partner day|3600|2.50|0.333333|6000.00|6000.00|",
                        "linear|Product news||0.50|0.333333|6000.00|6000.00|",
                        "linear|Search ads|4100|3.00|1.333333|16000.00|11000.00|");
        assertThat(warehouse.rows("select lead_source, leads, won, median_days, negative_days, won_within_30_days,"
                        + " won_within_90_days, amount::int from marts.lead_source_summary order by 1"))
                .containsExactly("Event|3|0||0|0|0|0", "Search|3|2|72.0|0|0|2|28000", "|1|0||0|0|0|0");
        assertThat(warehouse.rows(
                        "select sao_date, lead_source, source_bucket, generated_source, iacv::int from marts.sao"
                                + " order by 1"))
                .containsExactly(
                        "2020-02-14|Search|Paid|BDR Generated|18000",
                        "2020-02-27|Event|Field|AE Generated|5000",
                        "2020-03-11||Other||10000");
        assertThat(warehouse.rows("select conversion_days, channel, close_date from marts.conversion_time order by 3"))
                .containsExactly("68|Search|2020-03-16", "76|Search|2020-05-04");
        assertThat(warehouse.rows("select basis, period_start, channel, spend::int, new_customers::int, cac::int"
                        + " from marts.channel_performance_period where period_type = 'quarter' and model = 'first'"
                        + " and channel in ('Search', 'Events') order by 1, 2, 3"))
                .containsExactly(
                        "calendar|2020-01-01|Events|3600|0|",
                        "calendar|2020-01-01|Search|3600|1|3600",
                        "calendar|2020-04-01|Search|500|1|500",
                        "cohort|2020-01-01|Events|3600|0|",
                        "cohort|2020-01-01|Search|3600|2|1800",
                        "cohort|2020-04-01|Search|500|0|");
    }

    @Test
    void givesTheSameRowsWithoutTypesInTheVendorsNames() throws Exception {
        List<String> typed = everything(PublishedExample.ofSalesforce());
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.VENDOR_NAMES);
        build(warehouse);

        assertThat(typed).hasSizeGreaterThan(100);
        assertThat(everything(warehouse)).isEqualTo(typed);
    }

    @Test
    void changesNothingWhenBuiltAgain() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        List<String> first = everything(warehouse);

        build(warehouse);

        assertThat(everything(warehouse)).isEqualTo(first);
    }

    private static void build(Warehouse warehouse) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private static List<String> everything(Warehouse warehouse) throws Exception {
        List<String> relations = warehouse.rows("select n.nspname || '.' || quote_ident(c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname in ('core', 'marts') and c.relkind in ('r', 'v') order by 1");
        StringBuilder all = new StringBuilder();
        for (String relation : relations) {
            all.append(all.isEmpty() ? "" : " union all ")
                    .append("select '" + relation + " ' || t::text from " + relation + " t");
        }
        return warehouse.rows("select * from (" + all + ") x order by 1");
    }
}
