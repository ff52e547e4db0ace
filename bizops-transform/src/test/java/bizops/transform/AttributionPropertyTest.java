package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The SQL against a second, simple way to compute the same credits. */
final class AttributionPropertyTest {
    private static final Warehouse WAREHOUSE = new Warehouse();
    private static final int SHOWN = 4;

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void sqlGivesTheCreditsOfTheSimpleWay(@ForAll long seed) throws Exception {
        World world = new World(seed);
        try (Connection connection = WAREHOUSE.connect()) {
            world.load(connection);
        }

        Warehouse.Outcome outcome = WAREHOUSE.build(seeds());

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(credits()).isEqualTo(shown(new SimpleAttribution(world).totals()));
    }

    private static Map<String, String> credits() throws Exception {
        Map<String, BigDecimal> found = new TreeMap<>();
        for (String row : WAREHOUSE.rows("select p.model || '|' || m.measure || '|' || p.campaign_id, m.value"
                + " from marts.campaign_performance p cross join lateral (values ('leads', p.leads),"
                + " ('won_iacv', p.won_iacv), ('new_customers', p.new_customers)) m (measure, value)"
                + " where m.value <> 0 and p.model in ('first', 'last', 'linear')")) {
            int end = row.lastIndexOf('|');
            found.put(row.substring(0, end), new BigDecimal(row.substring(end + 1)));
        }
        return shown(found);
    }

    private static Map<String, String> shown(Map<String, BigDecimal> credits) {
        Map<String, String> shown = new TreeMap<>();
        credits.forEach((key, value) ->
                shown.put(key, value.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString()));
        return shown;
    }

    private static Path seeds() throws IOException {
        Path folder = Files.createTempDirectory("seeds");
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"as_of\": \"" + World.AS_OF + "\", \"lookback_days\": " + World.LOOKBACK + "}");
        return folder;
    }
}
