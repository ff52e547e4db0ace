package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example's subscriptions, MRR and retention. */
final class WorkedExampleBillingTest {
    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @Test
    void theRenewalIsOfTheSameChainAndOnlyTheNewestVersionCounts() throws Exception {
        assertThat(WAREHOUSE.rows("select s.name, s.version, s.status, p.name, s.chain_id, o.name"
                        + " from core.subscription s"
                        + " left join core.subscription p on p.subscription_id = s.parent_subscription_id"
                        + " left join core.organization o on o.account_id = s.account_id order by 1"))
                .containsExactly("S-100|1|Active||S-100|Lumen", "S-101|3|Cancelled|S-100|S-100|Lumen");
        assertThat(WAREHOUSE.rows("select chain_id, cohort_date, cohort_month, currency, rate::int"
                        + " from core.subscription_chain"))
                .containsExactly("S-100|2020-03-20|2020-03-01|USD|1");
        assertThat(WAREHOUSE.rows("select charge_number, segment, mrr::int, from_date, to_date, product"
                        + " from core.charge order by from_date"))
                .containsExactly(
                        "C-1|1|400|2020-03-20|2020-05-20|Platform",
                        "C-2|1|700|2020-05-20|2020-07-01|Platform",
                        "C-2|2|600|2020-07-01|2020-08-10|Platform");
        assertThat(WAREHOUSE.rows("select entity, reason, rows from core.dropped"
                        + " where entity in ('subscription', 'charge') order by 1 desc, 2"))
                .containsExactly("subscription|status|2", "charge|superseded|3");
    }

    @Test
    void monthlyRecurringRevenueIsThatOfTheExample() throws Exception {
        for (var month :
                Expected.all().get("mrr_by_organization_month").get("Lumen").properties()) {
            Expected.value(
                    WAREHOUSE,
                    month.getValue(),
                    "select m.mrr from marts.mrr_month m join core.organization o using (account_id)"
                            + " where o.name = 'Lumen' and m.month = '" + month.getKey() + "-01'");
        }
        assertThat(WAREHOUSE.rows("select chain_id, month, mrr::int, arr::int, is_partial from marts.mrr_month"
                        + " order by month"))
                .hasSize(6)
                .contains("S-100|2020-05-01|700|8400|f", "S-100|2020-08-01|0|0|f");
    }

    @Test
    void movementsAreThoseOfTheExampleInEveryGrain() throws Exception {
        for (var month : Expected.all().get("mrr_movements").properties()) {
            for (String view : List.of("mrr_movement_total", "mrr_movement_segment", "mrr_movement_product")) {
                Expected.row(
                        WAREHOUSE, month.getValue(), "marts." + view + " where month = '" + month.getKey() + "-01'");
            }
        }
        List<String> movements = List.of(
                "2020-03-01|new|400",
                "2020-05-01|expansion|300",
                "2020-07-01|contraction|-100",
                "2020-08-01|churn|-600");
        assertThat(WAREHOUSE.rows("select month, kind, amount::int from marts.mrr_movement order by month"))
                .isEqualTo(movements);
        assertThat(WAREHOUSE.rows("select m.month, m.kind, m.amount::int from marts.mrr_movement_organization m"
                        + " join core.organization o using (account_id) order by month"))
                .isEqualTo(movements);
        assertThat(WAREHOUSE.rows("select month, quick_ratio::numeric(9, 2), closing_arr::int, product"
                        + " from marts.mrr_movement_product where month >= '2020-05-01' order by month"))
                .containsExactly(
                        "2020-05-01||8400|Platform",
                        "2020-06-01||8400|Platform",
                        "2020-07-01|0.00|7200|Platform",
                        "2020-08-01|0.00|0|Platform");
    }

    @Test
    void cohortsAndRetentionAreThoseOfTheExample() throws Exception {
        for (JsonNode month : Expected.all().get("cohort_retention").get("2020-03")) {
            String row = " from marts.cohort_retention where cohort_month = '2020-03-01' and k = " + month.get("month");
            Expected.value(WAREHOUSE, month.get("customers"), "select customers" + row);
            Expected.value(WAREHOUSE, month.get("mrr"), "select mrr" + row);
            Expected.value(WAREHOUSE, month.get("net_retention"), "select net" + row);
            Expected.value(WAREHOUSE, month.get("gross_retention"), "select gross" + row);
        }
        JsonNode retention = Expected.all().get("retention");
        Expected.value(WAREHOUSE, retention.get("active_customer_months"), "select exposure from marts.retention");
        Expected.value(WAREHOUSE, retention.get("churned_customers"), "select events from marts.retention");
        Expected.value(
                WAREHOUSE, retention.get("average_retention_months"), "select lifetime_months from marts.retention");
        Expected.value(
                WAREHOUSE, retention.get("average_retention_years"), "select lifetime_years from marts.retention");
        Expected.value(
                WAREHOUSE, retention.get("monthly_churn_rate"), "select monthly_churn_rate from marts.retention");
    }

    @Test
    void retentionOfPeriodsComparesTheirEndWithTheirStart() throws Exception {
        assertThat(WAREHOUSE.rows(
                        "select period_type, period_start, is_partial, opening_mrr::int, gross_retention::numeric(9, 4),"
                                + " net_retention::numeric(9, 4), logo_churn::int, terms_ended, renewal_rate::int"
                                + " from marts.retention_period where last_month >= '2020-06-01' order by 1, 2"))
                .containsExactly(
                        "month|2020-06-01|f|700|1.0000|1.0000|0|0|",
                        "month|2020-07-01|f|700|0.8571|0.8571|0|0|",
                        "month|2020-08-01|f|600|0.0000|0.0000|1|0|",
                        "quarter|2020-04-01|f|400|1.0000|1.7500|0|1|1",
                        "quarter|2020-07-01|t|700|0.0000|0.0000|1|0|",
                        "trailing_12_months|2019-07-01|f|0||||1|1",
                        "trailing_12_months|2019-08-01|f|0||||1|1",
                        "trailing_12_months|2019-09-01|f|0||||1|1");
    }

    @Test
    void refundsAreOfTheMonthInWhichTheyWereMade() throws Exception {
        assertThat(WAREHOUSE.rows(
                        "select o.name, b.month, b.billed::int, b.paid::int, b.refunded::int, b.open_balance::int"
                                + " from marts.billing_month b join core.organization o using (account_id)"))
                .containsExactly("Lumen|2020-06-01|0|0|100|0");
    }

    @Test
    void theLifetimeInEveryTableIsTheComputedOne() throws Exception {
        assertThat(WAREHOUSE.rows("select average_retention_months::int from marts.build_info"))
                .containsExactly("5");
        assertThat(WAREHOUSE.rows(
                        "select ltv::int, roi::numeric(9, 6) from marts.total_performance" + " where model = 'first'"))
                .containsExactly("4375|1.136364");
        assertThat(WAREHOUSE.rows("select code, object from marts.note where code like '%billing%'"
                        + " or code like 'retention%' or code like '%revenue' order by 2"))
                .containsExactly(
                        "billing_incomplete|Zuora Invoice",
                        "billing_incomplete|Zuora InvoiceItem",
                        "billing_incomplete|Zuora Payment");
    }
}
