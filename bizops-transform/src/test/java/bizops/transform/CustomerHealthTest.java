package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The inputs of a customer's health where something is owed, renewed, handed over and used. */
final class CustomerHealthTest {
    @Test
    void readsWhatHappenedUpToAsOf() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        warehouse.execute("update raw_salesforce.account set ownerid = '005000000000009AAA',"
                + " systemmodstamp = '2020-08-31T13:00:00Z' where name = 'Lumen'");
        warehouse.execute(
                "insert into raw_salesforce.opportunity (id, name, accountid, type, stagename, currencyisocode,"
                        + " amount, closedate, isclosed, iswon, isdeleted, createddate) values"
                        + " ('006000000000011AAA', 'Renewal 21', '001000000000001AAA', 'Renewal', '4-Proposal', 'USD', 9000,"
                        + " '2021-05-20', false, false, false, '2020-08-01T10:00:00Z'),"
                        + " ('006000000000012AAA', 'More seats', '001000000000001AAA', 'Add-On Business', '1-Discovery', 'USD',"
                        + " 500, '2020-12-01', false, false, false, '2020-08-01T10:00:00Z')");
        warehouse.execute("insert into raw_marketo.activities (marketoguid, leadid, activitytypeid, activitydate,"
                + " campaignid, primaryattributevalue) values"
                + " ('1', '11', '11', '2020-08-10T10:00:00Z', '31', 'Issue 12'),"
                + " ('2', '12', '1', '2020-07-01T10:00:00Z', null, '/library/pricing-guide'),"
                + " ('3', '12', '1', '2020-09-10T10:00:00Z', null, '/library/pricing-guide')");
        warehouse.execute("create table raw_zuora.invoice (id text, accountid text, invoicedate text, duedate text,"
                + " status text, amount text, balance text)");
        warehouse.execute(
                "insert into raw_zuora.invoice select i.id, a.id, '2020-06-01', i.due, i.status, '600', i.balance"
                        + " from raw_zuora.account a cross join (values"
                        + " ('i1', '2020-07-01', 'Posted', '250'), ('i2', '2020-08-01', 'Posted', '50'),"
                        + " ('i3', '2020-07-01', 'Draft', '900'), ('i4', '2020-08-31', 'Posted', '70'))"
                        + " i (id, due, status, balance)");

        build(warehouse);

        assertThat(warehouse.rows("select engaged_people_30_days, engaged_people_90_days, days_since_last_touch,"
                        + " days_since_last_collateral_use, renewal_opportunity_id, renewal_stage,"
                        + " open_expansion_pipeline::int, past_due_balance::int, oldest_days_overdue,"
                        + " refunds_12_months::int, owner_changes_12_months, current_mrr::int"
                        + " from marts.customer_health_input where name = 'Lumen'"))
                .containsExactly("1|2|21|61|006000000000011AAA|4-Proposal|500|300|61|100|1|0");
    }

    private static void build(Warehouse warehouse) throws IOException {
        Warehouse.Outcome outcome = warehouse.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }
}
