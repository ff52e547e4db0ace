package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.rules.ColumnRules;
import bizops.target.reshape.ColumnRulesReshaping;
import bizops.target.reshape.Reshaping;
import bizops.target.reshape.flatten.Flattening;
import bizops.target.reshape.map.StreamMaps;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings that change streams on their way, in the order in which they are applied. */
final class ReshapingSettings {
    private ReshapingSettings() {}

    static Reshaping of(Config config, Problems problems) {
        List<Reshaping> all = new ArrayList<>();
        JsonNode maps = JsonSetting.of(config, "stream_maps");
        if (!maps.isEmpty()) {
            all.add(StreamMaps.of(maps, problems::add));
        }
        flattening(config, problems).ifPresent(all::add);
        // Before all others: they must not see what the rules hide.
        columnRules(config, problems).ifPresent(rules -> all.add(0, rules));
        return Reshaping.chain(all);
    }

    private static Optional<Reshaping> flattening(Config config, Problems problems) {
        boolean said = config.has("flattening_enabled");
        int depth = config.has("flattening_max_depth") ? config.integer("flattening_max_depth") : -1;
        // The other target has one setting for both: a depth, or 0 for none.
        int other = config.has("data_flattening_max_level") ? config.integer("data_flattening_max_level") : 0;
        if (said && !config.bool("flattening_enabled")) {
            if (other > 0) {
                problems.add("'data_flattening_max_level' asks for flattening and 'flattening_enabled' is false:"
                        + " leave one of them out");
            }
            return Optional.empty();
        }
        if (!said && other == 0) {
            return Optional.empty();
        }
        if (depth < 0 && other == 0) {
            problems.add("'flattening_max_depth' is required with 'flattening_enabled':"
                    + " how many objects, one inside the other, become columns");
            return Optional.empty();
        }
        int chosen = depth < 0 ? other : depth;
        return chosen == 0
                ? Optional.empty()
                : Optional.of(new Flattening(
                        chosen, config.string("flattening_separator"), config.integer("flattening_max_key_length")));
    }

    private static Optional<Reshaping> columnRules(Config config, Problems problems) {
        ColumnRules rules = ColumnRules.of(config, problems);
        return rules.isEmpty() ? Optional.empty() : Optional.of(new ColumnRulesReshaping(rules));
    }
}
