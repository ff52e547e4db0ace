package bizops.cli.project;

import bizops.singer.config.Problems;
import bizops.singer.report.Redactor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code alerts}. Stateless. */
final class AlertReader {
    private static final String POINTER = "/alerts";
    /** Plain HTTP stays on this machine. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A shorter path is an ordinary word such as /alerts, which may stand elsewhere. */
    private static final int SECRET = 12;

    private AlertReader() {}

    /** Empty where the file has none, or the environment wants none. */
    static Optional<AlertSpec> read(
            LocatedYaml yaml, Path folder, Environment environment, ProgramReader programs, Problems problems) {
        JsonNode node = yaml.root().path("alerts");
        JsonNode wanted = yaml.root().at(EnvironmentReader.pointer(environment.name()) + "/alerts");
        if (!node.isObject() || !wanted.asBoolean(true)) {
            return Optional.empty();
        }
        Optional<String> url = text(node, "url", programs);
        url.ifPresent(written -> check(written, yaml.place(POINTER + "/url"), problems));
        List<String> ignore = new ArrayList<>();
        node.path("ignore").forEach(glob -> ignore.add(glob.asText()));
        return Optional.of(new AlertSpec(
                url,
                node.has("command") ? programs.command(node, POINTER) : List.of(),
                folder,
                environment.variables(),
                text(node, "prometheus_folder", programs).map(folder::resolve),
                Duration.ofHours(node.path("stale_hours").asLong(48)),
                node.path("volume_drop_percent").asInt(80),
                node.path("volume_min_rows").asLong(100),
                ignore));
    }

    private static Optional<String> text(JsonNode node, String key, ProgramReader programs) {
        return Optional.ofNullable(node.get(key)).map(text -> programs.text(text.asText(), POINTER + "/" + key));
    }

    /** The address is shown nowhere, and neither is its path alone: the secret of a chat's hook stands there. */
    private static void check(String url, String place, Problems problems) {
        Redactor.hide(url);
        try {
            URI address = URI.create(url);
            hide(address.getRawPath());
            hide(address.getRawQuery());
            String scheme = String.valueOf(address.getScheme());
            String host = String.valueOf(address.getHost());
            boolean encrypted = scheme.equals("https") && address.getHost() != null;
            if (encrypted || (scheme.equals("http") && HERE.contains(host))) {
                return;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, without the text.
        }
        problems.add(place + ": must be an address that begins with https:// (http:// on this machine alone)");
    }

    private static void hide(@Nullable String part) {
        if (part != null && part.length() >= SECRET) {
            Redactor.hide(part);
        }
    }
}
