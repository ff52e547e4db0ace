package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All attribution models over the worked example. */
final class WorkedExampleAttributionTest {
    private static Warehouse warehouse = new Warehouse();

    @BeforeAll
    static void build(@TempDir Path folder) throws Exception {
        warehouse = Warehouse.ofAllVendors();
        Warehouse.Outcome outcome =
                warehouse.build(Warehouse.seeds(folder, "{\"as_of\"", "{\"average_retention_months\": 5, \"as_of\""));
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    @Test
    void weighsEveryTouchOfTheWonOpportunitiesInEveryModel() throws Exception {
        for (var opportunity : Expected.all().get("touch_weights_won").properties()) {
            for (JsonNode touch : opportunity.getValue()) {
                String where = " from marts.attribution_touch t join core.touch u on u.touch_id = t.touch_id"
                        + " join core.campaign c on c.campaign_id = t.campaign_id"
                        + " join core.opportunity o on o.opportunity_id = t.event_id where t.event_type = 'won'"
                        + " and o.name = '" + opportunity.getKey() + "' and u.person_key = '"
                        + touch.get("person").asText() + "' and c.name = '"
                        + touch.get("campaign").asText() + "' and t.touch_date = '"
                        + touch.get("date").asText() + "'";
                Expected.value(warehouse, touch.get("days_before_close"), "select t.days_before" + where);
                for (var number : touch.properties()) {
                    if (number.getValue().isDouble()) {
                        Expected.value(warehouse, number.getValue(), "select t.w_" + number.getKey() + where);
                    }
                }
            }
        }
    }

    @Test
    void sharesAChannelsShapleyValueAmongItsTouches() throws Exception {
        assertThat(warehouse.rows("select touch_date, w_shapley::numeric(9, 6), c_shapley::numeric(9, 2)"
                        + " from marts.attribution_touch where event_type = 'won' order by event_date, position"))
                .containsExactly(
                        "2020-01-08|0.333333|6000.00",
                        "2020-01-22|0.166667|3000.00",
                        "2020-02-06|0.333333|6000.00",
                        "2020-03-02|0.166667|3000.00",
                        "2020-02-18|0.250000|2500.00",
                        "2020-03-20|0.500000|5000.00",
                        "2020-04-14|0.250000|2500.00");
        assertThat(warehouse.rows("select channel, position, opportunities, value::int from marts.shapley_position"
                        + " order by 1, 2"))
                .containsExactly("Events|3|1|6000", "Newsletter|2|2|11000", "Search|1|2|11000");
    }

    @Test
    void givesTheDifferenceOfRoundingToTheGreatestWeightAndAmongEqualsToTheFirst() throws Exception {
        assertThat(warehouse.rows("select w_linear, c_linear::numeric(12, 6) from marts.attribution_touch"
                        + " where event_type = 'won' and n = 3 order by position"))
                .containsExactly(
                        "0.333333333333334|3333.333334",
                        "0.333333333333333|3333.333333",
                        "0.333333333333333|3333.333333");
    }

    @Test
    void countsTransitionsAndSolvesTheirRemovalEffects() throws Exception {
        JsonNode markov = Expected.all().get("markov");
        for (var from : markov.get("transition_counts").properties()) {
            for (var to : from.getValue().properties()) {
                Expected.value(
                        warehouse,
                        to.getValue(),
                        "select n from marts.markov_transition where from_channel = '" + from.getKey()
                                + "' and to_channel = '" + to.getKey() + "'");
            }
        }
        assertThat(warehouse.rows("select count(*) from marts.markov_transition"))
                .containsExactly("11");
        assertThat(warehouse.rows("select array_to_string(path, '>'), won, not_won, won_iacv::int"
                        + " from marts.markov_path order by won desc, path"))
                .containsExactly(
                        "Search>Newsletter>Events>Newsletter|1|0|18000",
                        "Search>Newsletter>Search|1|0|10000",
                        "Events>Newsletter|0|1|0",
                        "Events>Search|0|1|0",
                        "Search|0|1|0");
        assertThat(warehouse.rows("select channel, round(visits * 5, 30), round(f * 75, 30), round(h * 42, 30),"
                        + " round(removal_effect * 30, 30), round(share * 58, 30), round(path_conversion * 5, 30)"
                        + " from marts.markov_channel order by 1"))
                .containsExactly(
                        whole("Events", 3, 35, 18, 15, 15, 2),
                        whole("Newsletter", 4, 42, 19, 19, 19, 2),
                        whole("Search", 5, 63, 16, 24, 24, 2));
    }

    @Test
    void creditsCampaignsAndChannelsInEveryModel() throws Exception {
        JsonNode expected = Expected.all();
        creditsOf("won_iacv_by_campaign", "won_iacv", "marts.campaign_performance", "campaign_name");
        creditsOf("won_iacv_by_channel", "won_iacv", "marts.channel_performance", "channel");
        creditsOf("new_customers_by_channel", "new_customers", "marts.channel_performance", "channel");
        creditsOf("leads_by_campaign", "leads", "marts.campaign_performance", "campaign_name");
        for (var model : expected.get("sao").get("by_campaign").properties()) {
            for (var campaign : model.getValue().properties()) {
                Expected.value(
                        warehouse,
                        campaign.getValue(),
                        "select saos from marts.campaign_performance where model = '" + model.getKey()
                                + "' and campaign_name = '" + campaign.getKey() + "'");
            }
        }
    }

    @Test
    void creditsLeadsInTheModelsThatTheExampleTellsInWords() throws Exception {
        assertThat(warehouse.rows("select model, string_agg(leads::numeric(9, 6)::text, ' ' order by"
                        + " array_position(array['Search ads', 'Partner day', 'Product news', '(unattributed)'],"
                        + " campaign_name)) from marts.campaign_performance"
                        + " where model in ('u_shaped', 'w_shaped', 'full_path', 'time_decay', 'markov')"
                        + " group by 1 order by 1"))
                .containsExactly(
                        "full_path|3.000000 2.500000 0.500000 1.000000",
                        "markov|3.173524 2.384615 0.441860 1.000000",
                        "time_decay|3.090782 2.242551 0.666667 1.000000",
                        "u_shaped|3.000000 2.500000 0.500000 1.000000",
                        "w_shaped|3.000000 2.500000 0.500000 1.000000");
    }

    @Test
    void givesTheMetricsOfTheMultiTouchModels() throws Exception {
        assertThat(warehouse.rows("select model, leads::numeric(9, 6), cost_per_lead::numeric(9, 2),"
                        + " new_customers::numeric(9, 6), leads_per_customer::numeric(9, 6), cac::numeric(9, 2),"
                        + " won_iacv::numeric(9, 2), cost_per_iacv_dollar::numeric(9, 6),"
                        + " iacv_at_median::numeric(9, 2), estimated_iacv::numeric(9, 2), ltv::numeric(9, 2),"
                        + " roi::numeric(9, 6) from marts.campaign_performance"
                        + " where campaign_name = 'Search ads' and model in ('u_shaped', 'markov') order by 1"))
                .containsExactly(
                        "markov|3.173524|1291.94|1.028106|3.086767|3987.91|12774.57|0.320950|9192.48|18384.96|3882.92"
                                + "|0.973671",
                        "u_shaped|3.000000|1366.67|1.200000|2.500000|3416.67|15200.00|0.269737|11200.00|22400.00"
                                + "|3958.33|1.158537");
    }

    @Test
    void saysThatTheShapesOfLeadsAreUShaped() throws Exception {
        assertThat(warehouse.rows("select model, event_type = 'lead', count(*) filter (where not substituted)"
                        + " from marts.attribution_credit where substituted or model in ('w_shaped', 'full_path')"
                        + " group by 1, 2 order by 1, 2"))
                .containsExactly("full_path|f|19", "full_path|t|0", "w_shaped|f|19", "w_shaped|t|0");
    }

    private static void creditsOf(String key, String measure, String relation, String group) throws Exception {
        for (var model : Expected.all().get(key).properties()) {
            for (var found : model.getValue().properties()) {
                Expected.value(
                        warehouse,
                        found.getValue(),
                        "select " + measure + " from " + relation + " where model = '" + model.getKey() + "' and "
                                + group + " = '" + found.getKey() + "'");
            }
        }
    }

    private static String whole(String channel, int... numbers) {
        StringBuilder row = new StringBuilder(channel);
        for (int number : numbers) {
            row.append('|').append(number).append('.').append("0".repeat(30));
        }
        return row.toString();
    }
}
