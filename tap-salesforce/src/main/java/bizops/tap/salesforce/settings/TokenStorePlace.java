package bizops.tap.salesforce.settings;

import bizops.tap.salesforce.auth.Fingerprint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where refresh tokens are kept when nobody says: in the user's folder for state (XDG Base Directory Specification), one
 * file for each token that stands in a configuration, so that no two organisations share one.
 */
final class TokenStorePlace {
    private static final int DIGITS = 16;

    private TokenStorePlace() {}

    static Path of(Map<String, String> environment, URI loginUrl, String clientId, String token) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        Path base = state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
        String name = Fingerprint.of(loginUrl + "\n" + clientId + "\n" + token).substring(0, DIGITS);
        return base.resolve("bizops").resolve("tap-salesforce").resolve(name + ".json");
    }
}
