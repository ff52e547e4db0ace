package bizops.singer.testkit.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the judged target is run. Immutable.
 *
 * @param configs settings files; a {@code --config} each
 * @param destination where it loads to; empty: loaded values are not judged
 */
public record TargetOptions(List<Path> configs, Optional<Destination> destination) {
    public TargetOptions {
        configs = List.copyOf(configs);
    }

    /** A target with one settings file, judged by what it prints. */
    public static TargetOptions config(Path config) {
        return new TargetOptions(List.of(config), Optional.empty());
    }
}
