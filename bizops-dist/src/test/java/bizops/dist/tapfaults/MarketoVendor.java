package bizops.dist.tapfaults;

import bizops.sandbox.MarketoSandbox;
import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code tap-marketo} and its sandbox: people, what they did, and who of them went. */
final class MarketoVendor implements Vendor {
    /** By stream, its key in the table and in the source. */
    private static final Map<String, String> KEYS =
            Map.of("leads", "id", "activities", "marketoGUID", "deleted_leads", "leadId");

    /** What else of a row is compared; all fields of a lead. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "activities",
            List.of("leadId", "activityDate", "activityTypeId", "primaryAttributeValue"),
            "deleted_leads",
            List.of("activityDate"));

    /** Those that pass: a tap gets over one, or a few of them. */
    private static final List<FaultName> FAULTS = List.of(
            MarketoFault.TOKEN_INVALID_601,
            MarketoFault.TOKEN_EXPIRED_602,
            MarketoFault.TIMED_OUT_604,
            MarketoFault.RATE_LIMIT_606,
            MarketoFault.UNAVAILABLE_608,
            MarketoFault.SYSTEM_ERROR_611,
            MarketoFault.CONCURRENT_LIMIT_615,
            MarketoFault.TRANSIENT_713,
            MarketoFault.BAD_GATEWAY_502,
            MarketoFault.HTML_503,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY);

    /** About as many requests as a run makes. */
    private static final int REQUESTS = 12;

    @Override
    public String tap() {
        return "tap-marketo";
    }

    @Override
    public List<String> streams() {
        return KEYS.keySet().stream().sorted().toList();
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox) {
        sandbox.marketo().limit("jobSeconds", 0);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("endpoint", sandbox.url() + "/rest");
        settings.put("client_id", sandbox.marketo().clientId());
        settings.put("client_secret", sandbox.marketo().clientSecret());
        settings.put("start_date", "2024-06-01T00:00:00Z");
        settings.put("poll_interval", 0);
        settings.put("rate_limit_wait", 0);
        settings.put("request_rate", 100_000);
        return settings;
    }

    @Override
    public List<String> secrets(Sandbox sandbox) {
        return List.of(sandbox.marketo().clientSecret());
    }

    @Override
    public List<FaultName> faults() {
        return FAULTS;
    }

    @Override
    public List<FaultName> passing() {
        return FAULTS;
    }

    @Override
    public List<Fault> drawn(FaultName name, Random random) {
        return List.of(Fault.of(name).at(1 + random.nextInt(REQUESTS)));
    }

    @Override
    public Duration latest() {
        return Duration.ofHours(2);
    }

    @Override
    public Set<Integer> ends(FaultName name) {
        return Set.of(0);
    }

    @Override
    public void change(Sandbox sandbox, Random random) {
        MarketoSandbox marketo = sandbox.marketo();
        List<Long> ids = marketo.truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                .toList();
        long one = ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(4)) {
            case 0 -> marketo.insertLead(Map.of("email", "a" + random.nextInt() + "@b.example", "lastName", "null"));
            case 1 -> marketo.updateLead(one, Map.of("title", "a \"title\", \\N 🦄\nof " + random.nextInt()));
            case 2 -> marketo.updateLeadQuietly(one, Map.of("title", "N/A " + random.nextInt()));
            default -> marketo.deleteLead(one);
        }
    }

    @Override
    public List<SourceRow> truth(Sandbox sandbox, String stream) {
        return sandbox.marketo().truth(stream).stream()
                .map(row -> row(stream, row))
                .toList();
    }

    private static SourceRow row(String stream, Map<String, @Nullable Object> truth) {
        Map<String, @Nullable String> values = new HashMap<>();
        List<String> columns = COLUMNS.getOrDefault(stream, List.copyOf(truth.keySet()));
        columns.stream()
                .filter(column -> !column.startsWith("_"))
                .forEach(column -> values.put(column.toLowerCase(Locale.ROOT), text(truth.get(column))));
        Instant changed = Stream.of("_gone_at", "_changed_at", "_committed_at", "activityDate")
                .map(truth::get)
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst()
                .orElseThrow();
        return new SourceRow(
                String.valueOf(truth.get(KEYS.get(stream))),
                changed,
                truth.get("_gone_at") == null ? SourceRow.Presence.THERE : SourceRow.Presence.GONE,
                values);
    }

    /** Extracts write null and the text "null" alike. */
    private static @Nullable String text(@Nullable Object value) {
        return "null".equals(value) ? null : Texts.of(value);
    }

    @Override
    public List<String> key(String stream) {
        return List.of(String.valueOf(KEYS.get(stream)).toLowerCase(Locale.ROOT));
    }

    /** A lead that went is told by a row of deleted_leads, which is compared as such. */
    @Override
    public boolean isDeleted(LoadedRow row) {
        return true;
    }
}
