package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Chains, movements and retention against a second, simple way to compute them. */
final class BillingPropertyTest {
    private static final Warehouse WAREHOUSE = new Warehouse();

    @BeforeContainer
    static void loadSalesforce() throws Exception {
        WAREHOUSE.withSalesforce(RawShape.TYPED);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void sqlGivesTheMovementsOfTheSimpleWay(@ForAll long seed) throws Exception {
        BillingWorld world = new BillingWorld(seed);
        try (Connection connection = WAREHOUSE.connect()) {
            world.load(connection);
        }

        Warehouse.Outcome outcome = WAREHOUSE.build(seeds());

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        SimpleRevenue simple = new SimpleRevenue(world);
        List<String> movements = WAREHOUSE.rows(
                "select entity, entity_id, coalesce(product, ''), month, kind, amount from marts.mrr_change");
        assertThat(movements.stream().sorted().toList()).isEqualTo(simple.movements());
        assertThat(WAREHOUSE.rows("select exposure, events from marts.retention"))
                .isEqualTo(simple.retention());
        assertThat(compared("month")).isEqualTo(simple.compared(1));
        assertThat(compared("quarter")).isEqualTo(simple.quarters());
        assertThat(compared("trailing_12_months")).isEqualTo(simple.compared(12));
        assertThat(WAREHOUSE.rows("select cohort_month, k, customers, round(net, 4), round(gross, 4)"
                        + " from marts.cohort_retention order by 1, 2"))
                .isEqualTo(simple.cohorts());
    }

    private static List<String> compared(String period) throws Exception {
        return WAREHOUSE.rows("select last_month, opening_mrr, retained_mrr, kept_mrr, active_at_start, lost"
                + " from marts.retention_period where period_type = '" + period + "' order by last_month");
    }

    private static Path seeds() throws IOException {
        Path folder = Files.createTempDirectory("seeds");
        Files.writeString(folder.resolve("settings.json"), "{\"as_of\": \"" + BillingWorld.AS_OF + "\"}");
        StringBuilder rates = new StringBuilder("currency,valid_from,rate\n");
        BillingWorld.POUND.forEach((day, rate) -> rates.append("GBP," + day + "," + rate + "\n"));
        Files.writeString(folder.resolve("currency_rate.csv"), rates);
        return folder;
    }
}
