package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example's people, funnel, sales acceptance, lead sources, conversion times and collateral. */
final class WorkedExamplePeopleTest {
    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @Test
    void leadsArePeopleAndTheMergedOneIsFollowed() throws Exception {
        Expected.row(
                WAREHOUSE,
                Expected.all().get("identity"),
                "(select (select count(*) from core.lead) as leads,"
                        + " (select rows from core.dropped where entity = 'lead' and reason = 'deleted') as deleted_leads,"
                        + " (select count(*) from core.person) as people,"
                        + " (select count(*) from core.person_alias where source = 'sfdc_lead' and via = 'merge')"
                        + " as merged_leads_followed) x");
        assertThat(WAREHOUSE.rows("select source_id, person_key, via from core.person_alias"
                        + " where person_key = 'nora@lumen.example' order by source collate \"C\", source_id"))
                .containsExactly(
                        "11|nora@lumen.example|sfdc_sync",
                        "003000000000001AAA|nora@lumen.example|self",
                        "00Q000000000001EAA|nora@lumen.example|conversion",
                        "00Q000000000003EAA|nora@lumen.example|merge");
    }

    @Test
    void touchesAreInTheOrderOfTheExample() throws Exception {
        List<String> expected = new ArrayList<>();
        for (JsonNode touch : Expected.all().get("touches")) {
            expected.add(String.join(
                    "|",
                    touch.get("person").asText(),
                    touch.get("campaign").asText(),
                    touch.get("channel").asText(),
                    touch.get("date").asText(),
                    touch.get("source").asText()));
        }

        assertThat(
                        WAREHOUSE.rows(
                                "select t.person_key, c.name, c.channel, t.touch_date, t.source"
                                        + " from core.touch t join core.campaign c using (campaign_id)"
                                        + " order by t.touch_date, t.touch_at, t.person_key collate \"C\", c.name collate \"C\", t.touch_id"))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void spendStandsAtItsOwnMonth() throws Exception {
        JsonNode spend = Expected.all().get("spend");

        each(
                spend.get("by_campaign"),
                "select sum(amount) from core.spend_day join core.campaign using (campaign_id)" + " where name = '%s'");
        each(
                spend.get("by_channel"),
                "select spend from marts.cac_by_channel where period_type = 'all'"
                        + " and basis = 'calendar' and model = 'first' and channel = '%s'");
        each(
                spend.get("by_campaign_month"),
                "select sum(amount) from core.spend_day join core.campaign"
                        + " using (campaign_id) where name || to_char(spend_date, ' YYYY-MM') = '%s'");
        Expected.value(WAREHOUSE, spend.get("total"), "select spend from marts.blended_cost");
    }

    @Test
    void funnelCountsEachStepByChannelOfTheFirstTouch() throws Exception {
        JsonNode funnel = Expected.all().get("funnel");

        Expected.row(WAREHOUSE, funnel.get("(all)"), "marts.funnel where dimension = 'all'");
        for (String channel : List.of("Search", "Events", "(unattributed)")) {
            Expected.row(
                    WAREHOUSE,
                    funnel.get(channel),
                    "marts.funnel where dimension = 'channel' and group_id = '" + channel + "'");
        }
        assertThat(WAREHOUSE.rows("select leads, won, lead_to_won_rate from marts.funnel"
                        + " where dimension = 'channel' and group_id = 'Newsletter'"))
                .containsExactly("0|0|");
        assertThat(WAREHOUSE.rows("select lead_to_mql_days, mql_to_sao_days, lead_to_sao_days, sao_to_won_days,"
                        + " lead_to_won_days, negative_days, skipped_steps from marts.funnel where dimension = 'all'"))
                .containsExactly("6.0|15.0|22.0|42.5|72.0|0|0");
    }

    @Test
    void funnelOfAMonthIsByCreationOrByTheStepsOwnDate() throws Exception {
        assertThat(WAREHOUSE.rows("select basis, period_start, leads, mql, converted, with_opportunity, sao, won,"
                        + " lead_to_won_days, is_mature from marts.funnel_period where dimension = 'all'"
                        + " and period_type = 'month' order by basis collate \"C\", 2"))
                .containsExactly(
                        "calendar|2020-01-01|1|1|0|0|0|0||",
                        "calendar|2020-02-01|5|3|3|2|2|0||",
                        "calendar|2020-03-01|1|0|1|1|1|1|68.0|",
                        "calendar|2020-05-01|0|0|0|0|0|1|76.0|",
                        "cohort|2020-01-01|1|1|1|1|1|1|68.0|t",
                        "cohort|2020-02-01|5|3|3|2|2|1|76.0|t",
                        "cohort|2020-03-01|1|0|0|0|0|0||t");
    }

    @Test
    void funnelHasSourcesBucketsOwnersAndSegments() throws Exception {
        assertThat(WAREHOUSE.rows("select dimension, group_id, group_name, leads, won from marts.funnel"
                        + " where dimension in ('source', 'bucket', 'owner', 'segment') order by 1, 3"))
                .containsExactly(
                        "bucket|Field|Field|3|0",
                        "bucket|Other|Other|1|0",
                        "bucket|Paid|Paid|3|2",
                        "owner|005000000000001AAA|Kim Rep|7|2",
                        "segment||(none)|7|2",
                        "source|Event|Event|3|0",
                        "source|Search|Search|3|2",
                        "source||Unknown|1|0");
    }

    @Test
    void salesAcceptanceAgreesBySourceMonthAndCampaign() throws Exception {
        JsonNode sao = Expected.all().get("sao");
        String all = "select sum(saos) from marts.sao_by_source where period_type = 'all'";

        Expected.value(WAREHOUSE, sao.get("total"), all);
        Expected.value(WAREHOUSE, sao.get("iacv"), all.replace("saos", "iacv"));
        each(sao.get("by_source_bucket"), all + " and source_bucket = '%s'");
        each(sao.get("by_lead_source"), all + " and lead_source_label = '%s'");
        each(sao.get("by_generated_source"), all + " and generated_source_label = '%s'");
        String month = all.replace("'all'", "'month'");
        each(sao.get("by_month"), month + " and to_char(period_start, 'YYYY-MM') = '%s'");
        each(
                sao.get("by_source_bucket_and_month"),
                month + " and source_bucket || to_char(period_start, ' YYYY-MM') = '%s'");
        String campaign = "select saos from marts.sao_by_campaign where campaign_name = '%s' and model = ";
        each(sao.get("by_primary_campaign"), campaign + "'primary'");
        for (String model : List.of("first", "last", "linear")) {
            each(sao.get("by_campaign").get(model), campaign + "'" + model + "'");
        }
        Expected.value(WAREHOUSE, sao.get("cost_per_sao_blended"), "select cost_per_sao from marts.blended_cost");
        assertThat(WAREHOUSE.rows("select campaign_id, campaign_name, saos, iacv::int, spend::int, cost_per_sao::int"
                        + " from marts.sao_by_campaign where model = 'primary' order by campaign_name collate \"C\""))
                .containsExactly(
                        "|(none)|1|10000||",
                        "701000000000002AAA|Partner day|1|5000|3600|3600",
                        "701000000000003AAA|Product news|0|0||",
                        "701000000000001AAA|Search ads|1|18000|4100|4100");
    }

    @Test
    void acquisitionCostByChannelAndQuarterIsTheExamples() throws Exception {
        for (String basis : List.of("calendar", "cohort")) {
            for (var quarter : Expected.all()
                    .get("cac_by_channel_quarter_first")
                    .get(basis)
                    .properties()) {
                Expected.row(
                        WAREHOUSE,
                        quarter.getValue(),
                        "marts.cac_by_channel where period_type = 'quarter' and model = 'first' and basis = '" + basis
                                + "' and channel || to_char(period_start, ' YYYY-\"Q\"Q') = '" + quarter.getKey()
                                + "'");
            }
        }
    }

    @Test
    void leadsAreCountedBySourceCampaignAndCreatedMonth() throws Exception {
        JsonNode expected = Expected.all();

        each(
                expected.get("leads_by_lead_source"),
                "select leads from marts.lead_source_summary where lead_source_label = '%s'");
        each(
                expected.get("leads_by_lead_source"),
                "select sum(leads) from marts.lead_source_performance where lead_source_label = '%s'");
        for (String model : List.of("first", "last", "linear")) {
            each(
                    expected.get("leads_by_campaign").get(model),
                    "select leads from marts.campaign_performance where model = '" + model
                            + "' and campaign_name = '%s'");
        }
        each(
                expected.get("leads_by_campaign_created_month_first"),
                "select leads from marts.campaign_performance_period where model = 'first' and basis = 'calendar'"
                        + " and period_type = 'month' and campaign_name || to_char(period_start, ' YYYY-MM') = '%s'");
        each(
                expected.get("won_iacv_by_channel_close_month_first"),
                "select won_iacv from marts.channel_performance_period where model = 'first' and basis = 'calendar'"
                        + " and period_type = 'month' and channel || to_char(period_start, ' YYYY-MM') = '%s'");
    }

    @Test
    void originCountsALeadByTheEarliestTouch() throws Exception {
        assertThat(WAREHOUSE.rows(
                        "select campaign_name, channel, leads, won, conversion_rate::numeric(9, 6), median_days,"
                                + " won_within_90_days, amount::int, iacv::int from marts.origin_campaign_performance"
                                + " order by campaign_name collate \"C\""))
                .containsExactly(
                        "(unattributed)|(unattributed)|1|0|0.000000||0|0|0",
                        "Partner day|Events|3|0|0.000000||0|0|0",
                        "Product news|Newsletter|0|0|||0|0|0",
                        "Search ads|Search|3|2|0.666667|72.0|2|28000|28000");
        assertThat(WAREHOUSE.rows("select lead_id from marts.audit_origin_vs_attributed"))
                .isEmpty();
    }

    @Test
    void conversionTimesHaveTheirMedians() throws Exception {
        JsonNode expected = Expected.all().get("conversion_time_days");
        String median = "select median_conversion_days from marts.conversion_time_summary where dimension = ";

        each(
                expected.get("by_opportunity"),
                "select conversion_days from marts.conversion_time join core.opportunity using (opportunity_id)"
                        + " where name = '%s'");
        Expected.value(WAREHOUSE, expected.get("median_all"), median + "'all'");
        each(expected.get("median_by_first_touch_campaign"), median + "'campaign' and group_name = '%s'");
        assertThat(WAREHOUSE.rows("select group_id, won, median_conversion_days from marts.conversion_time_summary"
                        + " where dimension = 'close_month' order by 1"))
                .containsExactly("2020-03-01|1|68.0", "2020-05-01|1|76.0");
    }

    @Test
    void collateralInfluencesWhatItWasUsedBeforeTheClose() throws Exception {
        assertThat(WAREHOUSE.rows("select *  from marts.collateral_usage"))
                .containsExactly("Pricing guide|3|3|2|1|18000.000000");
        assertThat(WAREHOUSE.rows("select person_key, use_date, path from core.collateral_use order by use_at"))
                .containsExactly(
                        "nora@lumen.example|2020-02-01|/library/pricing-guide",
                        "pia@tarn.example|2020-03-01|/library/pricing-guide?x=1",
                        "quinn@osier.example|2020-05-20|/library/pricing-guide");
        assertThat(WAREHOUSE.rows(
                        "select o.name from (select distinct opportunity_id from marts.collateral_influence) i"
                                + " join core.opportunity o using (opportunity_id) order by 1"))
                .containsExactly("Lumen platform", "Tarn pilot");
        assertThat(WAREHOUSE.rows("select basis, period_start, uses, people, opportunities, won_opportunities,"
                        + " won_iacv_influenced::int from marts.collateral_usage_period where period_type = 'quarter'"
                        + " order by basis collate \"C\", 2"))
                .containsExactly(
                        "calendar|2020-01-01|2|2|2|1|18000",
                        "calendar|2020-04-01|1|1|0|0|0",
                        "cohort|2020-01-01|2|2|2|1|18000",
                        "cohort|2020-04-01|1|1|0|0|0");
    }

    @Test
    void aLeadHasItsTouchesCostAndDaysToWon() throws Exception {
        for (var lead : Expected.all().get("lead_performance").properties()) {
            String of = " from marts.lead_performance where model = 'first' and person_key = '" + lead.getKey() + "'";
            JsonNode numbers = lead.getValue();

            assertThat(WAREHOUSE.rows("select created_date, first_touch_campaign, last_touch_before_conversion,"
                            + " is_converted::text, is_won::text" + of))
                    .containsExactly(String.join(
                            "|",
                            numbers.get("created").asText(),
                            numbers.get("first_touch_campaign").asText(),
                            numbers.get("last_touch_before_conversion").asText(),
                            numbers.get("converted").asText(),
                            numbers.get("won").asText()));
            Expected.value(WAREHOUSE, numbers.get("touches"), "select touches" + of);
            Expected.value(WAREHOUSE, numbers.get("cost_first"), "select cost" + of);
            Expected.value(WAREHOUSE, numbers.get("days_first_touch_to_won"), "select days_first_touch_to_won" + of);
        }
        assertThat(WAREHOUSE.rows("select l.person_key, p.cost::numeric(9, 2) from marts.lead_performance p"
                        + " join core.lead l using (lead_id) where model = 'linear' order by 1"))
                .containsExactly(
                        "nora@lumen.example|",
                        "omar@lumen.example|1440.00",
                        "pia@tarn.example|1440.00",
                        "quinn@osier.example|1366.67",
                        "rosa@fjord.example|1366.67",
                        "sam@delta.example|",
                        "tess@birch.example|1403.33");
    }

    @Test
    void anOrganizationHasItsLeadsRevenueAndCost() throws Exception {
        for (var organization : Expected.all().get("organization_performance").properties()) {
            for (var number : organization.getValue().properties()) {
                Expected.value(
                        WAREHOUSE,
                        number.getValue(),
                        "select " + number.getKey().replace("_first", "")
                                + " from marts.organization_performance where name = '" + organization.getKey() + "'");
            }
        }
        assertThat(WAREHOUSE.rows("select name, leads_with_unknown_cost, ltv_to_date_per_cost::numeric(9, 6),"
                        + " new_customer_date from marts.organization_performance order by 1"))
                .containsExactly("Lumen|0|0.818182|2020-03-16", "Osier|0|0.000000|2020-05-04", "Tarn|0|0.000000|");
    }

    @Test
    void aCustomersHealthIsReadFromBillingTouchesAndPipeline() throws Exception {
        assertThat(WAREHOUSE.rows("select name, current_mrr::int, mrr_change_3_months::int, mrr_change_6_months::int,"
                        + " contraction_3_months::int, months_as_customer, days_to_next_term_end, past_due_balance::int,"
                        + " refunds_12_months::int, contacts, engaged_people_30_days, engaged_people_90_days,"
                        + " days_since_last_touch, days_since_last_collateral_use, days_since_last_activity,"
                        + " open_expansion_pipeline::int, products from marts.customer_health_input order by 1"))
                .containsExactly(
                        "Lumen|0|-700|0|-100|5||0|100|2|0|0|143|212||0|0", "Osier|0|0|0|0|3||0|0|1|0|0|139|103||0|0");
    }

    @Test
    void theExamplesAuditHolds() throws Exception {
        JsonNode audit = Expected.all().get("audit");

        Expected.value(WAREHOUSE, audit.get("won_iacv_in_opportunities"), "select won_iacv from marts.blended_cost");
        Expected.value(WAREHOUSE, audit.get("leads"), "select leads from marts.blended_cost");
        Expected.value(WAREHOUSE, audit.get("spend_total"), "select sum(amount) from core.spend_day");
        for (String model : List.of("first", "last", "linear")) {
            String sum = " from marts.campaign_performance where model = '" + model + "'";
            Expected.value(WAREHOUSE, audit.get("won_iacv_attributed").get(model), "select sum(won_iacv)" + sum);
            Expected.value(WAREHOUSE, audit.get("leads_attributed").get(model), "select sum(leads)" + sum);
        }
        assertThat(WAREHOUSE.rows("select test from bizops.build_test where severity = 'error' and failing > 0"))
                .isEmpty();
    }

    /** Holds each number to the query in which {@code %s} is its name. */
    private static void each(JsonNode numbers, String query) throws IOException, SQLException {
        assertThat(numbers.size()).as(query).isPositive();
        for (var number : numbers.properties()) {
            Expected.value(WAREHOUSE, number.getValue(), query.replace("%s", number.getKey()));
        }
    }
}
