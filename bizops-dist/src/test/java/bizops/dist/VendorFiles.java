package bizops.dist;

import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings files that README and docs speak of, for a sandbox of all three vendors. */
final class VendorFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VendorFiles() {}

    /** Writes {@code salesforce.json}, {@code zuora.json}, {@code marketo.json} and {@code target.json}. */
    static void write(Path folder, Sandbox sandbox, TestDatabase database) throws IOException {
        write(
                folder.resolve("salesforce.json"),
                Map.of(
                        "login_url", sandbox.url(),
                        "client_id", sandbox.clientId(),
                        "client_secret", sandbox.clientSecret(),
                        "streams_to_discover", List.of("Account", "Lead")));
        zuora(folder, sandbox, Map.of());
        write(
                folder.resolve("marketo.json"),
                Map.of(
                        "endpoint",
                        sandbox.url(),
                        "client_id",
                        sandbox.marketo().clientId(),
                        "client_secret",
                        sandbox.marketo().clientSecret(),
                        "start_date",
                        "2026-05-01T00:00:00Z",
                        "poll_interval",
                        0,
                        "request_rate",
                        100_000));
        write(folder.resolve("target.json"), database.settings());
    }

    /** Writes {@code zuora.json} with other settings than the right ones. */
    static void zuora(Path folder, Sandbox sandbox, Map<String, Object> others) throws IOException {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("base_url", sandbox.url());
        settings.put("client_id", sandbox.zuora().clientId());
        settings.put("client_secret", sandbox.zuora().clientSecret());
        settings.put("poll_interval_seconds", 0);
        settings.putAll(others);
        write(folder.resolve("zuora.json"), settings);
    }

    private static void write(Path file, Map<String, ?> settings) throws IOException {
        JSON.writeValue(file.toFile(), settings);
    }
}
