package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the meanings of mapping.yml do to the numbers of the worked example (Salesforce alone, a lifetime of 5 months). */
final class MappedMeaningsTest {
    private static final String LUMEN = " where id = '006000000000001AAA'";

    private static final Warehouse MAPPED = new Warehouse();

    @TempDir
    Path folder;

    /** The worked example with a field for each meaning, all in one build: none touches the numbers of another. */
    @BeforeAll
    static void buildWithEveryMeaning(@TempDir Path shared) throws Exception {
        MAPPED.withSalesforce(RawShape.TEXT);
        MAPPED.execute("alter table raw_salesforce.opportunity add margin__c text, add tier__c text");
        MAPPED.execute("alter table raw_salesforce.account add size__c text, add since__c text");
        MAPPED.execute("alter table raw_salesforce.lead add size__c text");
        MAPPED.execute("alter table raw_salesforce.campaign add channel__c text, add true_cost__c text");
        MAPPED.execute("update raw_salesforce.opportunity set margin__c = '0.5', tier__c = 'Enterprise'" + LUMEN);
        MAPPED.execute("update raw_salesforce.account set size__c = 'Small'");
        MAPPED.execute("update raw_salesforce.account set since__c = '2019-08-31' where name = 'Lumen'");
        MAPPED.execute("update raw_salesforce.lead set size__c = 'Tiny' where id = '00Q000000000005EAA'");
        MAPPED.execute("update raw_salesforce.campaign set channel__c = 'Brand' where name = 'Partner day'");
        MAPPED.execute("update raw_salesforce.campaign set true_cost__c = '30' where name = 'Product news'");

        build(MAPPED, seeds(shared, """
                opportunity: {margin: [Margin__c], segment: [Tier__c]}
                account: {segment: [Size__c], customer_since: [Since__c]}
                lead: {segment: [Size__c]}
                campaign: {channel: [Channel__c], cost: [True_Cost__c]}
                """));
    }

    @Test
    void marginWeighsLtvByCreditAndANullOneCountsAsTheSetting() throws Exception {
        // (18000 x 0.5 + 10000 x 0.75) / 2 customers x 5 / 12 years
        assertThat(MAPPED.rows("select ltv::numeric(12, 2) from marts.campaign_performance"
                        + " where model = 'first' and campaign_name = 'Search ads'"))
                .containsExactly("3437.50");
        assertThat(MAPPED.rows("select margin::numeric(3, 2) from core.opportunity order by opportunity_id"))
                .containsExactly("0.50", "", "");
    }

    @Test
    void anOpportunitysSegmentIsItsOwnOrElseItsAccounts() throws Exception {
        assertThat(MAPPED.rows("select segment from core.opportunity order by opportunity_id"))
                .containsExactly("Enterprise", "Small", "Small");
        assertThat(MAPPED.rows("select segment from marts.sao order by opportunity_id"))
                .containsExactly("Enterprise", "Small", "Small");
        assertThat(MAPPED.rows("select distinct segment from core.organization"))
                .containsExactly("Small");
        assertThat(MAPPED.rows("select segment, count(*) from core.lead group by 1 order by 1"))
                .containsExactly("Tiny|1", "|6");
    }

    @Test
    void aFieldOfTheChannelBeatsTheSeed() throws Exception {
        assertThat(MAPPED.rows("select name, channel from core.campaign order by 1"))
                .containsExactly("Partner day|Brand", "Product news|Newsletter", "Search ads|Search");
        assertThat(MAPPED.rows(
                        "select leads::int from marts.channel_performance where model = 'first' and channel = 'Brand'"))
                .containsExactly("3");
    }

    @Test
    void theDayAnAccountBecameACustomerSetsItsAge() throws Exception {
        assertThat(MAPPED.rows("select name, months_as_customer from marts.customer_health_input order by 1"))
                .containsExactly("Lumen|12", "Osier|3");
        assertThat(MAPPED.rows("select customer_since from core.organization where name = 'Lumen'"))
                .containsExactly("2019-08-31");
    }

    @Test
    void theCostMayStandInAFieldOfItsOwn() throws Exception {
        assertThat(
                        MAPPED.rows(
                                "select campaign_name, spend::int from marts.campaign_performance where model = 'first' order by 1"))
                .containsExactly("(unattributed)|", "Partner day|", "Product news|30", "Search ads|4100");
    }

    @Test
    void theFirstColumnThatExistsIsUsedForAllRowsUnlessTheyAreCoalesced() throws Exception {
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TEXT);
        warehouse.execute("alter table raw_salesforce.opportunity add column net_new__c text");
        warehouse.execute("update raw_salesforce.opportunity set net_new__c = '100'" + LUMEN);

        build(warehouse, seeds("opportunity: {iacv: [Gone__c, Net_New__c, Amount]}"));
        assertThat(warehouse.rows("select iacv::int, is_iacv_missing from core.opportunity order by opportunity_id"))
                .containsExactly("100|f", "0|t", "0|t");
        assertThat(warehouse.rows("select object from marts.note where code = 'iacv_from_amount'"))
                .containsExactly("Opportunity.Gone__c");

        build(warehouse, seeds("opportunity: {iacv: {coalesce: [Gone__c, Net_New__c, Amount]}}"));
        assertThat(warehouse.rows("select iacv::int, is_iacv_missing from core.opportunity order by opportunity_id"))
                .containsExactly("100|f", "5000|f", "10000|f");
    }

    @Test
    void whatNoModelKnowsIsNamedWithWhatWasMeant() throws Exception {
        Path seeds = seeds(
                "opportunity: {icav: [A], iacv: {coalesce: A}}\nleads: {mql_date: [X]}\naccount: [X]\ncampaign: {cost: [1]}");

        assertThat(MAPPED.build(seeds).stderr())
                .contains(
                        "unknown 'opportunity.icav'; did you mean opportunity.iacv?",
                        "unknown 'leads.mql_date'; did you mean lead.mql_date?",
                        "section 'account' must hold meanings",
                        "'campaign.cost' must be a list of columns")
                .hasLineCount(4);
    }

    @Test
    void whatIsNoYamlIsNamedByLine() throws Exception {
        assertThat(MAPPED.build(seeds("lead:\n  segment: [A\nx: y")).stderr())
                .contains("mapping.yml: not YAML", "in line 3")
                .hasLineCount(1);
        assertThat(MAPPED.build(seeds("lead: {segment: [A], segment: [B]}")).stderr())
                .contains("mapping.yml: not YAML", "uplicate", "segment")
                .hasLineCount(1);
        assertThat(MAPPED.build(seeds("- lead")).stderr())
                .contains("mapping.yml: must hold sections")
                .hasLineCount(1);
        build(MAPPED.copy(), seeds("# nothing yet\n"));
    }

    private static void build(Warehouse warehouse, Path seeds) throws IOException {
        Warehouse.Outcome outcome = warehouse.build(seeds);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private Path seeds(String mapping) throws IOException {
        return seeds(folder, mapping);
    }

    private static Path seeds(Path folder, String mapping) throws IOException {
        Path seeds = Warehouse.seeds(folder, "{\"as_of\"", "{\"average_retention_months\": 5, \"as_of\"");
        Files.writeString(seeds.resolve("mapping.yml"), mapping);
        return seeds;
    }
}
