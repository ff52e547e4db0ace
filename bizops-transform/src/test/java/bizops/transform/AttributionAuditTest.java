package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.transform.config.Settings;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** That each law of the credits is broken by a changed row, in each model. */
final class AttributionAuditTest {
    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @Test
    void aWeightThatIsOffIsFoundInEachModelAndTheModelNamed() throws Exception {
        for (String model : Settings.MODELS) {
            String change = model.equals("markov")
                    ? "update marts.markov_visit set channels = channels || channels[1] where event_type = 'won'"
                    : "update marts.attribution_weight set w_" + model + " = w_" + model
                            + " + 0.000000000000001 where event_type = 'won' and n = 4 and position = 2";
            assertThat(PlantedViolation.found(WAREHOUSE, "attribution_is_conserved", change))
                    .first(InstanceOfAssertFactories.STRING)
                    .startsWith("won 006")
                    .contains(" w_" + model);
        }
    }

    @Test
    void aCreditThatIsOffIsFoundInEachModelAndTheModelNamed() throws Exception {
        for (String model : Settings.MODELS) {
            String change = model.equals("markov")
                    ? "update marts.markov_visit set value = value + 1 where event_type = 'won'"
                    : "update marts.attribution_weight set c_" + model + " = c_" + model
                            + " + 0.000001 where event_type = 'won' and n = 4 and position = 2";
            assertThat(PlantedViolation.found(WAREHOUSE, "attribution_is_conserved", change))
                    .first(InstanceOfAssertFactories.STRING)
                    .startsWith("won 006")
                    .contains(" c_" + model);
        }
    }

    @Test
    void theOtherLawsAreBrokenByAChangedRow() throws Exception {
        Map<String, String> changes = new TreeMap<>();
        changes.put("attribution_is_conserved", "update marts.attribution_weight set w_shapley = -0.1 where n = 4");
        changes.put("removal_effect_in_range", "update marts.markov_channel set removal_effect = 1.1");
        changes.put("shapley_positions_agree", "update marts.shapley_position set value = value + 1");
        changes.put("every_event_is_credited", "delete from marts.attribution_weight where touch_id = '(none)'");
        changes.put("credited_touch_exists", "delete from core.touch");
        changes.put("transitions_balance", "update marts.markov_transition set n = n + 1 where to_channel = 'Events'");
        changes.put(
                "markov_is_conserved",
                "update marts.markov_sum set calendar_days[1] = calendar_days[1] - 1 where dimension = 'total'");
        changes.put("paths_are_accounted_for", "update marts.markov_path set won = won + 1 where won > 0");
        for (var change : changes.entrySet()) {
            assertThat(PlantedViolation.found(WAREHOUSE, change.getKey(), change.getValue()))
                    .as(change.getKey())
                    .isNotEmpty();
        }
    }
}
