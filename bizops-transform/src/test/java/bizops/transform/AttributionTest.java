package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attribution of settings and companies out of the ordinary. */
final class AttributionTest {
    private final Warehouse warehouse;

    AttributionTest() throws Exception {
        warehouse = Warehouse.ofAllVendors();
    }

    @Test
    void showsTheChosenModelsOnly(@TempDir Path folder) throws Exception {
        build(Warehouse.seeds(folder, "{\"as_of\"", "{\"models\": [\"linear\", \"markov\"], \"as_of\""));

        for (String relation : List.of("attribution_credit", "campaign_performance", "performance_day")) {
            assertThat(warehouse.rows("select distinct model from marts." + relation + " order by 1"))
                    .as(relation)
                    .containsExactly("linear", "markov");
        }
        assertThat(warehouse.rows("select models, default_model from marts.build_info"))
                .containsExactly("{linear,markov}|linear");
    }

    @Test
    void refusesAModelThatIsNotBuilt(@TempDir Path folder) throws Exception {
        Warehouse.Outcome outcome =
                warehouse.build(Warehouse.seeds(folder, "{\"as_of\"", "{\"models\": [\"shapley_rate\"], \"as_of\""));

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr())
                .contains("'models'", "\"shapley_rate\"", "shapley by value of the paths, not by rate");
    }

    @Test
    void refusesAModelThatIsNamedTwice(@TempDir Path folder) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(
                Warehouse.seeds(folder, "{\"as_of\"", "{\"models\": [\"last\", \"first\", \"last\"], \"as_of\""));

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("'models' must name each model once");
    }

    @Test
    void halvesTimeDecayByTheSetting(@TempDir Path folder) throws Exception {
        build(Warehouse.seeds(folder, "\"time_decay_half_life_days\": 14", "\"time_decay_half_life_days\": 40"));

        assertThat(warehouse.rows("select w_time_decay::numeric(9, 6) from marts.attribution_touch"
                        + " where event_type = 'won' and n = 4 and position in (2, 4) order by position"))
                .containsExactly("0.196795", "0.393590");
    }

    @Test
    void leavesEverythingUnattributedWhereThereIsNoTouch() throws Exception {
        warehouse.execute("update raw_salesforce.campaignmember set hasresponded = false");
        warehouse.execute("delete from raw_marketo.activities");

        build(Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select count(*) from marts.markov_path")).containsExactly("0");
        assertThat(warehouse.rows("select * from marts.markov_channel order by 1"))
                .containsExactly("Events|0|0||||", "Newsletter|0|0||||", "Search|0|0||||");
        assertThat(warehouse.rows("select distinct campaign_id, touch_id, weight::int, credit = value"
                        + " from marts.attribution_credit"))
                .containsExactly("(unattributed)|(none)|1|t");
        assertThat(warehouse.rows("select * from marts.shapley_position"))
                .containsExactly("(unattributed)||2|28000.000000000000000");
        assertThat(note()).isEmpty();
    }

    @Test
    void takesLinearForMarkovWhereNoPathConverts() throws Exception {
        warehouse.execute("update raw_salesforce.opportunity set iswon = false");

        build(Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select channel, h::int, removal_effect, share, path_conversion::int"
                        + " from marts.markov_channel order by 1"))
                .containsExactly("Events|0|||0", "Newsletter|0|||0", "Search|0|||0");
        assertThat(warehouse.rows("select count(*) from marts.attribution_touch where w_markov <> w_linear"))
                .containsExactly("0");
        assertThat(warehouse.rows("select distinct substituted from marts.attribution_credit"
                        + " where model = 'markov' and touch_id <> '(none)'"))
                .containsExactly("t");
        assertThat(note()).containsExactly("9");
    }

    @Test
    void takesNoPathFromAnOpenOpportunityAndWeighsAChannelThatNoPathGoesThroughNothing() throws Exception {
        warehouse.execute("update raw_salesforce.opportunity set isclosed = false, iswon = false, stagename = 'Open'"
                + " where name = 'Lumen platform'");
        warehouse.execute("update raw_salesforce.campaign set type = 'Podcast' where name = 'Partner day'");
        warehouse.execute("update raw_salesforce.campaignmember set hasresponded = false where campaignid in"
                + " (select id from raw_salesforce.campaign where type = 'Podcast')"
                + " and leadid not in (select id from raw_salesforce.lead where email ilike '%omar%')");

        build(Warehouse.fixture("seeds"));

        assertThat(warehouse.rows("select array_to_string(path, '>'), won, not_won from marts.markov_path order by 1"))
                .containsExactly("Newsletter|0|1", "Search|0|2", "Search>Newsletter>Search|1|0");
        assertThat(warehouse.rows("select visits::int, f::int, h, removal_effect::int, share::int"
                        + " from marts.markov_channel where channel = 'Other'"))
                .containsExactly("0|0||0|0");
        assertThat(warehouse.rows("select w_markov, w_shapley > 0, is_markov_linear from marts.attribution_touch"
                        + " where event_type = 'sao' and channel = 'Other'"))
                .containsExactly("0.000000000000000|t|f");
        assertThat(warehouse.rows("select w_markov::int, is_markov_linear from marts.attribution_touch"
                        + " where event_type = 'lead' and channel = 'Other'"))
                .containsExactly("1|t");
        assertThat(note()).containsExactly("1");
    }

    @Test
    void refusesAChannelThatHasTheNameOfAState(@TempDir Path folder) throws Exception {
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.writeString(seeds.resolve("campaign_channel.csv"), "campaign_type,channel\nEvent,(null)\n");

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("channel_is_a_state", "change campaign_channel.csv", "(null)");
    }

    private void build(Path seeds) throws Exception {
        Warehouse.Outcome outcome = warehouse.build(seeds);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
    }

    private List<String> note() throws Exception {
        return warehouse.rows("select rows_affected from marts.note where code = 'markov_fallback'");
    }
}
