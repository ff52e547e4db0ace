package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every raw row is accounted for, and what is loaded is held to what the source says. */
final class AccountsTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");

    @Test
    void accountsForEveryRawRowAndAmount() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("insert into raw_salesforce.campaignmember select * from raw_salesforce.campaignmember"
                + " where id = '00v000000000001AAA'");
        warehouse.execute("insert into raw_salesforce.campaignmember (id) values (null)");
        warehouse.execute("create table raw_salesforce.task (id text, isdeleted text)");
        warehouse.execute("insert into raw_salesforce.task values (null, 'false'), (' ', 'false')");
        warehouse.execute("create table raw_marketo.deleted_leads (leadid text, activitydate text)");
        warehouse.execute("insert into raw_marketo.deleted_leads values ('11', '2020-08-01T10:00:00Z'),"
                + " ('11', '2020-08-02T10:00:00Z'), ('12', '2020-08-02T10:00:00Z')");

        Warehouse.Outcome outcome = warehouse.build(SEEDS);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows("select layer, rows from bizops.audit_count"
                        + " where entity = 'salesforce_campaign_member' and rows > 0 order by layer collate \"C\""))
                .contains("raw|14", "duplicate|1", "keyless|1", "core|10");
        assertThat(warehouse.rows("select layer, rows, sums from bizops.audit_count"
                        + " where entity = 'salesforce_opportunity' and layer in ('raw', 'core') order by layer"))
                .containsExactly(
                        "core|3|{\"GBP\": 8000.000000, \"USD\": 23000.000000}",
                        "raw|3|{\"GBP\": 8000.000000, \"USD\": 23000.000000}");
        assertThat(warehouse.rows("select layer, rows from bizops.audit_count"
                        + " where entity in ('salesforce_task', 'marketo_deleted_lead') and rows > 0"
                        + " order by entity, layer"))
                .containsExactly("duplicate|1", "raw|3", "staging|2", "keyless|2", "raw|2");
        assertThat(warehouse.rows("select table_name from staging.raw_count"
                        + " except select entity from bizops.audit_count where layer = 'keyless'"))
                .as("every table that is read")
                .isEmpty();
        assertThat(warehouse.rows(
                        "select sum(rows) filter (where layer = 'raw') = sum(rows) filter (where layer <> 'raw')"
                                + " from bizops.audit_count"))
                .containsExactly("t");
    }

    @Test
    void findsRowsAndAmountsThatWereLostOnTheWay() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        warehouse.execute(
                "update core.entity_count set rows = rows - 1 where entity = 'salesforce_lead' and layer = 'core'");
        warehouse.execute("update core.entity_count set amounts = jsonb_set(amounts, '{USD}', '1')"
                + " where entity = 'salesforce_opportunity' and layer = 'core'");

        Warehouse.Outcome outcome = warehouse.run("test");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stdout())
                .contains(
                        "error: test rows_are_accounted_for on core.entity_count", "salesforce_lead 8 raw, 7 accounted")
                .contains("error: test amounts_are_accounted_for on core.entity_count");
    }

    @Test
    void holdsRowsAndAmountsToWhatTheSourceSays() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        note(warehouse, "Opportunity", "--rows", "3", "--amount", "31000");
        note(warehouse, "Contact", "--rows", "5");
        assertThat(warehouse.run("test").stdout()).contains("error: test source_rows on raw_salesforce.contact");

        note(warehouse, "Contact", "--rows", "4");
        assertThat(warehouse.run("test").stdout()).contains(" 0 failed").doesNotContain("source_");

        note(warehouse, "Opportunity", "--rows", "3", "--amount", "30000", "--modified-at", "2010-01-01T00:00:00Z");
        assertThat(warehouse.run("test").stdout())
                .contains("test source_amount on raw_salesforce.opportunity: the source says 30000, loaded are 31000");
    }

    @Test
    void refusesATotalThatNoBuildCouldBeHeldTo() throws Exception {
        assertThat(refused("--object", "Opportunities", "--rows", "1"))
                .contains("no build reads \"salesforce.Opportunities\"", "salesforce.Opportunity");
        assertThat(refused("--object", "Contact", "--rows", "1", "--amount", "5"))
                .contains("no amounts are summed of salesforce.Contact");
        assertThat(refused("--object", "Contact", "--rows", "-1")).contains("--rows must not be below 0");
        assertThat(refused("--object", "Contact", "--rows", "1", "--modified-at", "yesterday"))
                .contains("--modified-at must be an instant");
    }

    private static String refused(String... options) throws Exception {
        Warehouse.Outcome outcome = new Warehouse().run("source-total", with("salesforce", options));
        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.stderr()).hasLineCount(1);
        return outcome.stderr();
    }

    private static void note(Warehouse warehouse, String object, String... numbers) throws Exception {
        List<String> options = new ArrayList<>(List.of("--object", object));
        options.addAll(List.of(numbers));
        Warehouse.Outcome outcome = warehouse.run("source-total", with("salesforce", options.toArray(String[]::new)));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private static String[] with(String source, String... options) {
        List<String> all = new ArrayList<>(List.of("--source", source));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }
}
