package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lead sources and origins where touches, conversions and closes are not in the usual order. */
final class LeadSourceTest {
    private static final Warehouse WAREHOUSE = new Warehouse();

    /**
     * Omar's only touch lies after his conversion; L8's source is spelled unknown; L5 was created after O3 closed, and
     * its MQL date lies before that; the SAO of O1 has no sources.
     */
    @BeforeAll
    static void build() throws Exception {
        WAREHOUSE.withSalesforce(RawShape.TYPED);
        WAREHOUSE.execute("update raw_salesforce.campaignmember set firstrespondeddate = '2020-02-15'"
                + " where leadid = '00Q000000000002EAA'");
        WAREHOUSE.execute("update raw_salesforce.lead set leadsource = 'unknown' where id = '00Q000000000008EAA'");
        WAREHOUSE.execute("update raw_salesforce.lead set createddate = '2020-06-01T10:00:00Z'"
                + " where id = '00Q000000000005EAA'");
        WAREHOUSE.execute("update raw_salesforce.opportunity set leadsource = null, sql_source__c = null"
                + " where id = '006000000000001AAA'");
        Warehouse.Outcome outcome = WAREHOUSE.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aTouchAfterTheConversionIsAnOriginButEarnsNoCredit() throws Exception {
        assertThat(WAREHOUSE.rows("select person_key, origin_campaign_id, attributed_campaign_id, first_touch_date,"
                        + " converted_date from marts.audit_origin_vs_attributed"))
                .containsExactly("omar@lumen.example|701000000000002AAA|(unattributed)|2020-02-15|2020-02-10");
        assertThat(WAREHOUSE.rows("select o.leads, a.leads::int from marts.origin_campaign_performance o"
                        + " join marts.campaign_performance a using (campaign_id)"
                        + " where a.model = 'first' and campaign_id in ('(unattributed)', '701000000000002AAA')"
                        + " order by campaign_id collate \"C\""))
                .containsExactly("1|2", "3|2");
    }

    @Test
    void noSourceIsAGroupOfItsOwnBesideOneThatIsSpelledUnknown() throws Exception {
        assertThat(WAREHOUSE.rows("select lead_source, lead_source_label, leads from marts.lead_source_summary"
                        + " where lower(lead_source_label) = 'unknown' order by leads, lead_source nulls first"))
                .containsExactly("|Unknown|1", "unknown|unknown|1");
        assertThat(WAREHOUSE.rows("select group_id, group_name, leads from marts.funnel where dimension = 'source'"
                        + " and lower(group_name) = 'unknown' order by group_id nulls first"))
                .containsExactly("|Unknown|1", "unknown|unknown|1");
        assertThat(WAREHOUSE.rows("select source_bucket, lead_source, lead_source_label, generated_source,"
                        + " generated_source_label, saos, iacv::int from marts.sao_by_source"
                        + " where period_type = 'all' order by iacv"))
                .containsExactly(
                        "Field|Event|Event|AE Generated|AE Generated|1|5000", "Other||Unknown||Unknown|2|28000");
    }

    @Test
    void aNegativeDurationIsCountedButInNoMedian() throws Exception {
        assertThat(WAREHOUSE.rows("select leads, won, median_days, negative_days, won_within_90_days"
                        + " from marts.lead_source_summary where lead_source = 'Search'"))
                .containsExactly("3|2|68.0|1|1");
        assertThat(WAREHOUSE.rows("select won, lead_to_won_days, lead_to_mql_days, negative_days"
                        + " from marts.funnel where dimension = 'source' and group_id = 'Search'"))
                .containsExactly("2|68.0|14.0|3");
    }

    @Test
    void theEarliestTouchCountsForTheDaysToWonHoweverOld() throws Exception {
        assertThat(WAREHOUSE.rows("select person_key, days_first_touch_to_won from marts.lead_performance"
                        + " where model = 'last' and is_won order by 1"))
                .containsExactly("nora@lumen.example|68", "quinn@osier.example|76");
    }
}
