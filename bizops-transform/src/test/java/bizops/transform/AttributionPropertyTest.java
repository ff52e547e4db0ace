package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SQL against a second, simple way to compute the same credits. How many invented companies are tried is set by
 * {@code -Dbizops.transform.worlds}.
 */
final class AttributionPropertyTest {
    private static final int WORLDS = Integer.getInteger("bizops.transform.worlds", 62);
    private static final int COMPANIES_AT_ONCE = 61;

    @Test
    void sqlGivesTheCreditsOfTheSimpleWay(@TempDir Path folder) throws Exception {
        Warehouse warehouse = new Warehouse();
        Path seeds = seeds(folder);
        Random seedOfSeeds = new Random();
        int companies = 1;
        for (int tried = 0; tried < WORLDS; tried += companies) {
            companies = companies == 1 ? COMPANIES_AT_ONCE : 1;
            long seed = seedOfSeeds.nextLong();
            World world = new World(seed, companies);
            try (Connection connection = warehouse.connect()) {
                WorldLoad.load(connection, world);
            }

            Warehouse.Outcome outcome = warehouse.build(seeds, "--allow-shrunk");

            String which = "new World(" + seed + "L, " + companies + ")";
            assertThat(outcome.exit()).as(which + ": " + outcome.stderr()).isEqualTo(ExitCode.OK);
            SimpleAttribution simple = new SimpleAttribution(world);
            assertThat(differences(credits(warehouse), simple.credits()))
                    .as(which)
                    .isEmpty();
            assertThat(effects(warehouse)).as(which).isEqualTo(simple.effects());
        }
    }

    private static List<String> differences(Map<String, String> found, Map<String, String> wanted) {
        Set<String> keys = new TreeSet<>(found.keySet());
        keys.addAll(wanted.keySet());
        return keys.stream()
                .filter(key -> !found.getOrDefault(key, "").equals(wanted.getOrDefault(key, "")))
                .map(key -> key + ": " + found.get(key) + " for " + wanted.get(key))
                .toList();
    }

    private static Map<String, String> credits(Warehouse warehouse) throws Exception {
        return byKey(
                warehouse,
                "select concat_ws('|', event_type, event_id, touch_id, model),"
                        + " concat_ws('|', trim_scale(weight), trim_scale(credit), substituted)"
                        + " from marts.attribution_credit",
                4);
    }

    private static Map<String, String> effects(Warehouse warehouse) throws Exception {
        return byKey(
                warehouse,
                "select channel, trim_scale(round(removal_effect, 30)) from marts.markov_channel"
                        + " where visits > 0 and removal_effect is not null",
                1);
    }

    /** @param keys how many of the row's parts are its key */
    private static Map<String, String> byKey(Warehouse warehouse, String sql, int keys) throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String row : warehouse.rows(sql)) {
            List<String> parts = List.of(row.split("\\|"));
            found.put(String.join("|", parts.subList(0, keys)), String.join("|", parts.subList(keys, parts.size())));
        }
        return found;
    }

    private static Path seeds(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"as_of\": \"" + World.AS_OF + "\", \"lookback_days\": " + World.LOOKBACK
                        + ", \"time_decay_half_life_days\": " + World.HALF_LIFE + "}");
        Files.writeString(
                folder.resolve("campaign_channel.csv"),
                "campaign_type,channel\nType 0,Alpha\nType 1,Alpha\nType 2,Beta\n");
        Files.writeString(folder.resolve("touch_activity.csv"), "activity_type_id,name\n11,Click\n");
        return folder;
    }
}
