package bizops.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** How texts are compared: the same on every system, by options of {@code initdb} that the built-in server knows. */
final class Collation {
    private static final int FIRST_WITH_BUILTIN_PROVIDER = 17;

    private Collation() {}

    static Map<String, String> ofServer() {
        return major() >= FIRST_WITH_BUILTIN_PROVIDER
                ? Map.of("locale-provider", "builtin", "locale", "C.UTF-8")
                : Map.of("locale", "C");
    }

    /** The version of the binaries that this build was made with. */
    private static int major() {
        try (InputStream in = Objects.requireNonNull(Collation.class.getResourceAsStream("version.txt"))) {
            String version = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(version.substring(0, version.indexOf('.')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
