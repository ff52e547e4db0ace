package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What billing does with what is missing, odd or wrong. */
final class BillingTest {
    @TempDir
    Path folder;

    @Test
    void withoutZuoraThereIsNoRevenueAndOneNote() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();

        for (String table :
                List.of("mrr_month", "mrr_movement_total", "retention", "cohort_retention", "billing_month")) {
            assertThat(warehouse.rows("select 1 from marts." + table)).as(table).isEmpty();
        }
        assertThat(warehouse.rows("select code, object from marts.note where 'mrr' = any (metric_names)"))
                .containsExactly("no_billing|zuora");
        assertThat(warehouse.rows("select count(ltv) from marts.total_performance"))
                .containsExactly("0");
    }

    @Test
    void withoutAccountsRevenueIsOfOrganizationsOfItsOwnAndWithoutRatePlansTheChargeNamesItsSubscription()
            throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("drop table raw_zuora.account");
        warehouse.execute("alter table raw_zuora.rateplancharge add \"Subscription.Id\" text");
        warehouse.execute("update raw_zuora.rateplancharge c set \"Subscription.Id\" = p.subscriptionid"
                + " from raw_zuora.rateplan p where p.id = c.rateplanid");
        warehouse.execute("drop table raw_zuora.rateplan");

        built(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows(
                        "select organization_key, account_id, sum(mrr)::int from marts.mrr_month group by 1, 2"))
                .containsExactly("billing:za1||2800");
        assertThat(warehouse.rows("select exposure, events from marts.retention"))
                .containsExactly("5|1");
    }

    @Test
    void deletedAndExcludedVersionsGiveWayToTheOneBefore() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("alter table raw_zuora.subscription add deleted text");
        warehouse.execute("update raw_zuora.subscription set status = 'Active' where id = 's2v2'");
        warehouse.execute("update raw_zuora.subscription set deleted = 'true' where id = 's2v3'");
        built(warehouse, Warehouse.fixture("seeds"));
        assertThat(warehouse.rows(
                        "select closing::int, active from marts.mrr_movement_total where month = '2020-08-01'"))
                .containsExactly("600|1");

        warehouse.execute("update raw_zuora.subscription set excludefromanalysis__c = 'True' where id = 's2v2'");
        built(warehouse, Warehouse.fixture("seeds"));
        assertThat(warehouse.rows("select kind, month from marts.mrr_movement order by month"))
                .containsExactly("new|2020-03-01", "churn|2020-05-01");
    }

    @Test
    void nothingLostMeansTheCapAndANote() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("update raw_zuora.rateplancharge set effectiveenddate = null where id = 'c6'");

        built(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select exposure, events, lifetime_months::int, is_capped from marts.retention"))
                .containsExactly("6|0|60|t");
        assertThat(warehouse.rows("select detail from marts.note where code = 'retention_capped'"))
                .containsExactly("no chain of subscriptions has ended: the lifetime is retention_cap_months");
    }

    @Test
    void theMonthOfAsOfIsPartialAndTakenAtItsLastDay() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();

        built(warehouse, Warehouse.seeds(folder, "2020-08-31", "2020-07-15"));

        assertThat(warehouse.rows(
                        "select month, mrr::int, is_partial from marts.mrr_month order by month desc limit 2"))
                .containsExactly("2020-07-01|600|t", "2020-06-01|700|f");
        assertThat(warehouse.rows("select is_partial from marts.retention_period where period_type = 'month'"
                        + " order by period_start desc limit 2"))
                .containsExactly("t", "f");
    }

    @Test
    void aTermRenewedUnderTheSameNameCountsAsRenewed() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute(
                "update raw_zuora.subscription set termstartdate = '2020-06-20' where id in ('s2v2', 's2v3')");
        warehouse.execute("update raw_zuora.subscription set termenddate = '2020-06-20' where id = 's2v1'");

        built(warehouse, Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select name, term_end_date, is_newest from core.subscription_term order by 2"))
                .containsExactly("S-100|2020-05-20|t", "S-101|2020-06-20|f", "S-101|2020-08-10|t");
        assertThat(warehouse.rows("select period_start, terms_ended, renewed from marts.retention_period"
                        + " where period_type = 'month' and terms_ended > 0 order by 1"))
                .containsExactly("2020-05-01|1|1", "2020-06-01|1|1");
    }

    @Test
    void billsPaymentsAndRefundsCountInTheStateThatMovedMoneyAndASetLifetimeBeforeTheComputedOne() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("create table raw_zuora.invoice (id text, \"account.id\" text, invoicedate text, status text,"
                + " amount text, balance text)");
        warehouse.execute("insert into raw_zuora.invoice values"
                + " ('i1', 'za1', '2020-06-01', 'Posted', '8400', '100'), ('i2', 'za1', '2020-06-02', 'Draft', '5', '5'),"
                + " ('i3', 'gone', '2020-06-03', 'Posted', '7', '7')");
        warehouse.execute("create table raw_zuora.payment (id text, accountid text, effectivedate text, status text,"
                + " amount text)");
        warehouse.execute("insert into raw_zuora.payment values ('p1', 'za1', '2020-07-01', 'Processed', '8300'),"
                + " ('p2', 'za1', '2020-07-02', 'Error', '9')");
        warehouse.execute("insert into raw_zuora.refund (id, accountid, refunddate, status, amount)"
                + " values ('r2', 'za1', '2020-06-16', 'Error', '9'), ('r3', 'za1', null, 'Processed', '9')");

        built(warehouse, Warehouse.seeds(folder, "{\"as_of\"", "{\"average_retention_months\": 10, \"as_of\""));

        assertThat(warehouse.rows("select left(organization_key, 12), month, billed::int, paid::int, refunded::int,"
                        + " open_balance::int from marts.billing_month order by 1, 2"))
                .containsExactly(
                        "001000000000|2020-06-01|8400|0|100|100",
                        "001000000000|2020-07-01|0|8300|0|0",
                        "billing:gone|2020-06-01|7|0|0|7");
        assertThat(warehouse.rows("select entity, reason, rows from core.dropped where reason = 'undated'"))
                .containsExactly("refund|undated|1");
        assertThat(warehouse.rows("select b.average_retention_months::int, t.ltv::int, r.lifetime_months::int"
                        + " from marts.build_info b, marts.retention r, marts.total_performance t"
                        + " where t.model = 'first'"))
                .containsExactly("10|8750|5");
    }

    private static Warehouse.Outcome built(Warehouse warehouse, Path seeds) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(seeds);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        return outcome;
    }
}
