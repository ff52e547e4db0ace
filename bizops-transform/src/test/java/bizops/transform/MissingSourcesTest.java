package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Salesforce alone, without custom fields and contact roles: what is not known is null, never 0. */
final class MissingSourcesTest {
    private static final Warehouse WAREHOUSE = new Warehouse();

    @BeforeAll
    static void build() throws Exception {
        WAREHOUSE.withSalesforce(RawShape.TYPED);
        WAREHOUSE.execute("alter table raw_salesforce.lead drop column mql_date__c");
        WAREHOUSE.execute("alter table raw_salesforce.opportunity drop column sales_accepted_date__c,"
                + " drop column sql_source__c, drop column incremental_acv__c");
        WAREHOUSE.execute("drop table raw_salesforce.opportunitycontactrole");
        Warehouse.Outcome outcome = WAREHOUSE.build(Warehouse.fixture("seeds"));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    @Test
    void eachGapIsNoted() throws Exception {
        assertThat(WAREHOUSE.rows("select distinct code from marts.note"))
                .contains(
                        "no_marketo",
                        "no_billing",
                        "no_contact_roles",
                        "mql_undefined",
                        "sao_undefined",
                        "iacv_from_amount");
    }

    @Test
    void funnelSkipsTheStepsThatAreNotDefined() throws Exception {
        assertThat(WAREHOUSE.rows("select leads, mql, converted, with_opportunity, sao, won, skipped_steps,"
                        + " mql_rate, converted_rate::numeric(9, 6), sao_rate, won_rate::numeric(9, 6), lead_to_sao_rate,"
                        + " lead_to_won_rate::numeric(9, 6), mql_to_sao_days, lead_to_won_days"
                        + " from marts.funnel where dimension = 'all'"))
                .containsExactly("7||4|3||2|0||0.571429||0.666667||0.285714||72.0");
    }

    @Test
    void salesAcceptanceIsNullAndNotZero() throws Exception {
        assertThat(WAREHOUSE.rows("select saos, cost_per_sao, won from marts.blended_cost"))
                .containsExactly("||2");
        assertThat(WAREHOUSE.rows("select distinct saos, iacv, cost_per_sao from marts.sao_by_campaign"))
                .containsExactly("||");
        assertThat(WAREHOUSE.rows("select count(*) from marts.sao_by_source")).containsExactly("0");
        assertThat(WAREHOUSE.rows("select distinct is_sao from marts.lead_performance"))
                .containsExactly("");
        assertThat(WAREHOUSE.rows("select distinct saos from marts.organization_performance"))
                .containsExactly("");
    }

    @Test
    void collateralAndRevenueAreNull() throws Exception {
        assertThat(WAREHOUSE.rows("select * from marts.collateral_usage")).containsExactly("Pricing guide|||||");
        assertThat(WAREHOUSE.rows("select distinct current_mrr, revenue_to_date, gross_margin_to_date, refunds"
                        + " from marts.organization_performance"))
                .containsExactly("|||");
        assertThat(WAREHOUSE.rows("select name, current_mrr, contraction_3_months, past_due_balance, products, contacts"
                        + " from marts.customer_health_input order by 1"))
                .containsExactly("Lumen|||||2", "Osier|||||1");
    }

    @Test
    void groupsAreThePersonsOfConvertedLeads() throws Exception {
        assertThat(WAREHOUSE.rows("select person_key, via from core.opportunity_person order by 1"))
                .containsExactly(
                        "nora@lumen.example|converted_lead",
                        "pia@tarn.example|converted_lead",
                        "quinn@osier.example|converted_lead");
    }
}
