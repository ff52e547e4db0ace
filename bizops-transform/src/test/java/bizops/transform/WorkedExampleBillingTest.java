package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;

/** The worked example's subscriptions, MRR and retention. */
final class WorkedExampleBillingTest {
    @Test
    void joinsTheRenewalToItsChain() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();

        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select s.name, s.version, s.status, p.name, s.chain_id, o.name"
                        + " from core.subscription s"
                        + " left join core.subscription p on p.subscription_id = s.parent_subscription_id"
                        + " left join core.organization o on o.account_id = s.account_id order by 1"))
                .containsExactly("S-100|1|Active||S-100|Lumen", "S-101|3|Cancelled|S-100|S-100|Lumen");
        assertThat(warehouse.rows("select chain_id, cohort_date, currency, rate::int from core.subscription_chain"))
                .containsExactly("S-100|2020-03-20|USD|1");
        assertThat(warehouse.rows("select charge_number, segment, mrr::int, from_date, to_date, product"
                        + " from core.charge order by from_date"))
                .containsExactly(
                        "C-1|1|400|2020-03-20|2020-05-20|Platform",
                        "C-2|1|700|2020-05-20|2020-07-01|Platform",
                        "C-2|2|600|2020-07-01|2020-08-10|Platform");
    }
}
