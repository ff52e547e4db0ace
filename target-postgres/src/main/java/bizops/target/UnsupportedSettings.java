package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of this or other targets whose meaning is not built: named, never silently passed over. */
final class UnsupportedSettings {
    private static final Logger LOG = LoggerFactory.getLogger(UnsupportedSettings.class);

    /** A set value other than these harmless ones asks for something that is not done. */
    private static final Map<String, List<String>> HARMLESS = Map.of("postgres_sslcrl", List.of("\"\""));

    /** Settings of other targets that do not matter here, with the values that ask for nothing special. */
    private static final Map<String, List<String>> IGNORED = Map.ofEntries(
            Map.entry("use_copy", List.of("true")),
            Map.entry("dialect+driver", List.of("\"postgresql\"", "\"postgresql+psycopg2\"", "\"postgresql+psycopg\"")),
            Map.entry("temp_dir", List.of()),
            Map.entry("ssl_storage_directory", List.of()),
            Map.entry("flush_all_streams", List.of("true", "false")),
            Map.entry("parallelism", List.of("0", "1")),
            Map.entry("max_parallelism", List.of()),
            Map.entry("state_support", List.of("true")),
            Map.entry("add_upsert_indexes", List.of("true", "false")),
            Map.entry("persist_empty_tables", List.of("true")),
            Map.entry("sanitize_null_text_characters", List.of("true")),
            Map.entry("disable_collection", List.of("true", "false")));

    private static final Pattern ASKS_FOR_TUNNEL = Pattern.compile("(?i)\"enable\":\\s*\"?true");

    private UnsupportedSettings() {}

    static void check(Config config, Problems problems) {
        HARMLESS.forEach((name, harmless) -> config.json(name).ifPresent(value -> {
            if (!harmless.contains(value)) {
                problems.add("'" + name + "' is not supported by this version; leave it out");
            }
        }));
        config.json("ssh_tunnel")
                .filter(tunnel -> ASKS_FOR_TUNNEL.matcher(tunnel).find())
                .ifPresent(tunnel -> problems.add(
                        "'ssh_tunnel' is not supported; open the tunnel with ssh and point host and port at it"));
        IGNORED.forEach((name, harmless) -> config.json(name).ifPresent(value -> {
            if (!harmless.contains(value)) {
                LOG.warn("'{}' belongs to another target and has no effect here", name);
            }
        }));
    }
}
