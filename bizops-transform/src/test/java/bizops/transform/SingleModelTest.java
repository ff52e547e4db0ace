package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that wants one attribution model only, and not that of the first touch. */
final class SingleModelTest {
    @Test
    void costsFollowTheModelAndTheFunnelStaysThatOfTheFirstTouch(@TempDir Path folder) throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        Path seeds = Warehouse.seeds(
                folder, "{\"as_of\"", "{\"models\": [\"linear\"], \"default_model\": \"linear\", \"as_of\"");

        Warehouse.Outcome outcome = warehouse.build(seeds);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(
                        "select group_id, leads, won from marts.funnel where dimension = 'channel' order by 1"))
                .containsExactly("(unattributed)|1|0", "Events|3|0", "Newsletter|0|0", "Search|3|2");
        assertThat(warehouse.rows("select distinct model from marts.sao_by_campaign order by 1"))
                .containsExactly("linear", "primary");
        assertThat(warehouse.rows("select count(*), count(distinct model) from marts.lead_performance"))
                .containsExactly("7|1");
        assertThat(warehouse.rows("select name, attributed_cost::numeric(9, 2), leads_with_unknown_cost"
                        + " from marts.organization_performance order by 1"))
                .containsExactly("Lumen|1440.00|1", "Osier|1366.67|0", "Tarn|1440.00|0");
    }
}
