package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each audit sees the violation that it is there for: its query finds nothing in a build, and finds what is planted. */
final class PeopleAuditsTest {
    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            funnel_step_within_leads       | update marts.funnel set mql = leads + 1 where group_id = 'Search'
            funnel_is_conserved            | update marts.funnel set won = 0 where group_id = 'Search'
            funnel_is_conserved            | delete from marts.funnel where dimension = 'owner'
            saos_agree                     | delete from marts.sao_by_campaign where campaign_id is null
            saos_agree                     | update marts.sao set sao_date = null where source_bucket = 'Paid'
            saos_agree                     | update marts.blended_cost set saos = 4
            origin_leads_are_conserved     | update marts.origin_campaign_performance set leads = leads + 1
            origin_leads_are_conserved     | insert into marts.audit_origin_vs_attributed (lead_id, attributed_campaign_id) values ('00Q', 'other')
            lead_sources_are_conserved     | delete from marts.lead_source_summary where lead_source is null
            lead_sources_are_conserved     | update marts.lead_source_performance set leads = 0 where lead_source = 'Event'
            collateral_uses_are_conserved  | update marts.collateral_usage set uses = uses + 1
            collateral_uses_are_conserved  | delete from core.day_period where period_type = 'all'
            blended_cost_is_conserved      | update marts.blended_cost set spend = spend + 1
            lead_cost_is_spend             | update marts.campaign_performance set spend = spend + 1
            lead_cost_is_that_of_its_touches | update marts.attribution_weight set w_last = 2 * w_last
            lead_cost_is_that_of_its_touches | alter table marts.funnel_lead drop constraint funnel_lead_pkey; insert into marts.funnel_lead table marts.funnel_lead
            organizations_are_conserved    | update marts.organization_performance set won_iacv = won_iacv + 1
            organizations_are_conserved    | update marts.organization_performance set revenue_to_date = 1
            """)
    void findsWhatIsPlanted(String audit, String violation) throws Exception {
        assertThat(PlantedViolation.found(WAREHOUSE, audit, violation)).isNotEmpty();
    }
}
