package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the meanings of mapping.yml do to the numbers of the worked example (Salesforce alone, a lifetime of 5 months). */
final class MappedMeaningsTest {
    private static final String LUMEN = " where id = '006000000000001AAA'";

    @TempDir
    Path folder;

    private final Warehouse warehouse = new Warehouse();

    @BeforeEach
    void loadWorkedExample() throws Exception {
        warehouse.withSalesforce(RawShape.TEXT);
    }

    @Test
    void marginWeighsLtvByCreditAndANullOneCountsAsTheSetting() throws Exception {
        warehouse.execute("alter table raw_salesforce.opportunity add column margin__c text");
        warehouse.execute("update raw_salesforce.opportunity set margin__c = '0.5'" + LUMEN);

        build("opportunity: {margin: [Margin__c]}");

        // (18000 x 0.5 + 10000 x 0.75) / 2 customers x 5 / 12 years
        assertThat(warehouse.rows("select ltv::numeric(12, 2) from marts.campaign_performance"
                        + " where model = 'first' and campaign_name = 'Search ads'"))
                .containsExactly("3437.50");
        assertThat(warehouse.rows("select margin::numeric(3, 2) from core.opportunity order by opportunity_id"))
                .containsExactly("0.50", "", "");
    }

    @Test
    void anOpportunitysSegmentIsItsOwnOrElseItsAccounts() throws Exception {
        warehouse.execute("alter table raw_salesforce.opportunity add column tier__c text");
        warehouse.execute("alter table raw_salesforce.account add column size__c text");
        warehouse.execute("alter table raw_salesforce.lead add column size__c text");
        warehouse.execute("update raw_salesforce.opportunity set tier__c = 'Enterprise'" + LUMEN);
        warehouse.execute("update raw_salesforce.account set size__c = 'Small'");
        warehouse.execute("update raw_salesforce.lead set size__c = 'Tiny' where id = '00Q000000000005EAA'");

        build("opportunity: {segment: [Tier__c]}\naccount: {segment: [Size__c]}\nlead: {segment: [Size__c]}");

        assertThat(warehouse.rows("select segment from core.opportunity order by opportunity_id"))
                .containsExactly("Enterprise", "Small", "Small");
        assertThat(warehouse.rows("select segment from marts.sao order by opportunity_id"))
                .containsExactly("Enterprise", "Small", "Small");
        assertThat(warehouse.rows("select distinct segment from core.organization"))
                .containsExactly("Small");
        assertThat(warehouse.rows("select segment, count(*) from core.lead group by 1 order by 1"))
                .containsExactly("Tiny|1", "|6");
    }

    @Test
    void aFieldOfTheChannelBeatsTheSeed() throws Exception {
        warehouse.execute("alter table raw_salesforce.campaign add column channel__c text");
        warehouse.execute("update raw_salesforce.campaign set channel__c = 'Brand' where name = 'Partner day'");

        build("campaign: {channel: [Channel__c]}");

        assertThat(warehouse.rows("select name, channel from core.campaign order by 1"))
                .containsExactly("Partner day|Brand", "Product news|Newsletter", "Search ads|Search");
        assertThat(warehouse.rows(
                        "select leads::int from marts.channel_performance where model = 'first' and channel = 'Brand'"))
                .containsExactly("3");
    }

    @Test
    void theDayAnAccountBecameACustomerSetsItsAge() throws Exception {
        warehouse.execute("alter table raw_salesforce.account add column since__c text");
        warehouse.execute("update raw_salesforce.account set since__c = '2019-08-31' where name = 'Lumen'");

        build("account: {customer_since: [Since__c]}");

        assertThat(warehouse.rows("select name, months_as_customer from marts.customer_health_input order by 1"))
                .containsExactly("Lumen|12", "Osier|3");
        assertThat(warehouse.rows("select customer_since from core.organization where name = 'Lumen'"))
                .containsExactly("2019-08-31");
    }

    @Test
    void theFirstColumnThatExistsIsUsedForAllRowsUnlessTheyAreCoalesced() throws Exception {
        warehouse.execute("alter table raw_salesforce.opportunity add column net_new__c text");
        warehouse.execute("update raw_salesforce.opportunity set net_new__c = '100'" + LUMEN);

        build("opportunity: {iacv: [Gone__c, Net_New__c, Amount]}");
        assertThat(warehouse.rows("select iacv::int, is_iacv_missing from core.opportunity order by opportunity_id"))
                .containsExactly("100|f", "0|t", "0|t");
        assertThat(warehouse.rows("select object from marts.note where code = 'iacv_from_amount'"))
                .containsExactly("Opportunity.Gone__c");

        build("opportunity: {iacv: {coalesce: [Gone__c, Net_New__c, Amount]}}");
        assertThat(warehouse.rows("select iacv::int, is_iacv_missing from core.opportunity order by opportunity_id"))
                .containsExactly("100|f", "5000|f", "10000|f");
    }

    @Test
    void theCostMayStandInAFieldOfItsOwn() throws Exception {
        warehouse.execute("alter table raw_salesforce.campaign add column true_cost__c text");
        warehouse.execute("update raw_salesforce.campaign set true_cost__c = '30' where name = 'Product news'");

        build("campaign: {cost: [True_Cost__c]}");

        assertThat(
                        warehouse.rows(
                                "select campaign_name, spend::int from marts.campaign_performance where model = 'first' order by 1"))
                .containsExactly("(unattributed)|", "Partner day|", "Product news|30", "Search ads|4100");
    }

    @Test
    void whatNoModelKnowsIsNamedWithWhatWasMeant() throws Exception {
        Path seeds = seeds(
                "opportunity: {icav: [A], iacv: {coalesce: A}}\nleads: {mql_date: [X]}\naccount: [X]\ncampaign: {cost: [1]}");

        assertThat(warehouse.build(seeds).stderr())
                .contains(
                        "unknown 'opportunity.icav'; did you mean opportunity.iacv?",
                        "unknown 'leads.mql_date'; did you mean lead.mql_date?",
                        "section 'account' must hold meanings",
                        "'campaign.cost' must be a list of columns")
                .hasLineCount(4);
    }

    @Test
    void whatIsNoYamlIsNamedByLine() throws Exception {
        assertThat(warehouse.build(seeds("lead:\n  segment: [A\nx: y")).stderr())
                .contains("mapping.yml: not YAML", "in line 3")
                .hasLineCount(1);
        assertThat(warehouse.build(seeds("lead: {segment: [A], segment: [B]}")).stderr())
                .contains("mapping.yml: not YAML", "uplicate", "segment")
                .hasLineCount(1);
        assertThat(warehouse.build(seeds("- lead")).stderr())
                .contains("mapping.yml: must hold sections")
                .hasLineCount(1);
        assertThat(warehouse.build(seeds("# nothing yet\n")).exit()).isEqualTo(ExitCode.OK);
    }

    private void build(String mapping) throws IOException {
        Warehouse.Outcome outcome = warehouse.build(seeds(mapping));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private Path seeds(String mapping) throws IOException {
        Path seeds = Warehouse.seeds(folder, "{\"as_of\"", "{\"average_retention_months\": 5, \"as_of\"");
        Files.writeString(seeds.resolve("mapping.yml"), mapping);
        return seeds;
    }
}
