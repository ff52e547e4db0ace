package bizops.singer.tap;

import bizops.singer.config.Config;
import java.util.Map;

/**
 * What a tap is opened with. Immutable.
 *
 * @param name the executable's name
 * @param config the checked settings, the tap's own and the kit's
 * @param environment the process's variables
 */
public record TapContext(String name, Config config, Map<String, String> environment) {}
