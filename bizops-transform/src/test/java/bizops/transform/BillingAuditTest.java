package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the audits of billing find. */
final class BillingAuditTest {
    @Test
    void aRingIsCutAtItsOldestAndARevenueBelowZeroIsSaidAndTheMovementsStillClose() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute(
                "update raw_zuora.subscription set renewal_subscription__c = 'nobody||S-100' where id = 's2v3'");
        warehouse.execute("update raw_zuora.rateplancharge set mrr = -5 where id = 'c6'");

        build(warehouse);

        assertThat(warned(warehouse)).contains("renewals_in_a_ring|S-100", "mrr_below_zero|S-100 2020-07-01");
        assertThat(warehouse.rows("select name, chain_id from core.subscription order by 1"))
                .containsExactly("S-100|S-100", "S-101|S-100");
        assertThat(warehouse.rows("select rows_affected from marts.note where code = 'renewal_ring'"))
                .containsExactly("1");
        assertThat(warehouse.rows("select kind, amount::int from marts.mrr_movement order by month"))
                .containsExactly("new|400", "expansion|300", "churn|-705", "expansion|5");
    }

    @Test
    void aChainOfTwoCurrenciesIsSaidAndEachChargeTakesItsOwnRateOfTheFirstDay() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("insert into raw_zuora.account (id, currency, crmid) values ('za2', 'GBP', 'lost')");
        warehouse.execute("update raw_zuora.subscription set accountid = 'za2' where name = 'S-101'");

        build(warehouse);

        assertThat(warned(warehouse))
                .contains("chain_with_two_currencies|S-100 GBP USD", "billing_account_unlinked|za2 lost");
        assertThat(warehouse.rows("select mrr_local::int, mrr::int, currency from core.charge order by from_date"))
                .containsExactly("400|400|USD", "700|910|GBP", "600|780|GBP");
    }

    @Test
    void aCurrencyWithoutRateStopsTheBuild() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("update raw_zuora.account set currency = 'SEK'");

        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("rate_missing", "SEK chain S-100 2020-03-20", "SEK refund r1 2020-06-15");
    }

    @Test
    void everyLawIsBrokenByAChangedRow() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        Map<String, String> changes = Map.of(
                "mrr_movements_close", "update marts.mrr_movement_group set new = new + 1",
                "mrr_chain_movements_close", "update marts.mrr_change set amount = amount + 1 where kind = 'new'",
                "mrr_dimensions_agree", "delete from marts.mrr_change where entity = 'product' and kind = 'churn'",
                "mrr_is_that_of_charges", "update marts.mrr_month set mrr = mrr + 1 where month = '2020-08-01'",
                "rows_of_mrr_month", "delete from marts.mrr_month where month = '2020-06-01'",
                "charges_are_accounted_for", "delete from core.charge where charge_number = 'C-1'",
                "billing_is_conserved", "update marts.billing_month set refunded = 99",
                "invoice_items_are_accounted_for", "insert into core.invoice_item (invoice_item_id) values ('x')");

        for (var change : changes.entrySet()) {
            assertThat(PlantedViolation.found(warehouse, change.getKey(), change.getValue()))
                    .as(change.getKey())
                    .isNotEmpty();
        }
    }

    private static void build(Warehouse warehouse) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private static List<String> warned(Warehouse warehouse) throws Exception {
        return warehouse.rows("select test, samples from bizops.build_test where failing > 0 and severity = 'warn'");
    }
}
