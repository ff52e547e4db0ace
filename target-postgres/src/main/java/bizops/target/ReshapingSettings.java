package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.reshape.Reshaping;
import java.util.List;

/** The settings that change streams on their way, in the order in which they are applied. */
final class ReshapingSettings {
    private ReshapingSettings() {}

    static Reshaping of(Config config, Problems problems) {
        return Reshaping.chain(List.of());
    }
}
