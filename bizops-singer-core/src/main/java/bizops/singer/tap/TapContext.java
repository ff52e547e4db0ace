package bizops.singer.tap;

import bizops.singer.cli.Version;
import bizops.singer.config.Config;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a tap is opened with. Immutable.
 *
 * @param name the executable's name
 * @param config the checked settings, the tap's own and the kit's
 * @param environment the process's variables
 */
public record TapContext(String name, Config config, Map<String, String> environment) {

    /** A client for the source's API, with proxy, authorities, timeouts and retries as the kit's settings say. */
    public ApiClientBuilder http() {
        ApiClientBuilder client = ApiClient.builder(name + "/" + Version.current())
                .environment(environment)
                .timeout(Duration.ofSeconds(config.integer("request_timeout_seconds")))
                .attempts(
                        config.integer("request_max_attempts"),
                        Duration.ofMinutes(config.integer("request_max_minutes")));
        config.optionalString("ca_bundle").map(Path::of).ifPresent(client::caBundle);
        return client;
    }
}
