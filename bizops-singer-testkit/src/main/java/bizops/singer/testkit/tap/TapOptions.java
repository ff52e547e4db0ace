package bizops.singer.testkit.tap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the judged tap is run. Immutable.
 *
 * @param configs settings files; a {@code --config} each
 * @param catalog what to read; empty: everything that discovery finds
 * @param state where the first run starts
 * @param catalogFlag {@code --catalog}, or {@code --properties} for older taps
 * @param discovers whether the tap has {@code --discover}, which the specification leaves open
 */
public record TapOptions(
        List<Path> configs, Optional<Path> catalog, Optional<Path> state, String catalogFlag, boolean discovers) {
    public TapOptions {
        configs = List.copyOf(configs);
    }

    /** A tap with one settings file that discovers all it reads. */
    public static TapOptions config(Path config) {
        return new TapOptions(List.of(config), Optional.empty(), Optional.empty(), "--catalog", true);
    }
}
