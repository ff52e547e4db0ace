package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.MarketoFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code tap-marketo} and its sandbox: people, what they did, who of them went, and all that they took part in. */
final class MarketoVendor implements Vendor {
    /** Where a fault needs more than one page of them. */
    private static final Map<FaultName, Integer> LISTS =
            Map.of(MarketoFault.OFFSET_DRIFT, 210, MarketoFault.SHORT_PAGE, 310, MarketoFault.PAGE_TOKEN_EXPIRED, 310);

    private static final List<String> STAMPS =
            List.of("_gone_at", "_changed_at", "_committed_at", "activityDate", "mergedAt", "updatedAt");

    @Override
    public String tap() {
        return "tap-marketo";
    }

    @Override
    public double scale() {
        return 0.016;
    }

    @Override
    public List<String> streams() {
        return MarketoStreams.ALL;
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("endpoint", sandbox.url() + "/rest");
        settings.put("client_id", sandbox.marketo().clientId());
        settings.put("client_secret", sandbox.marketo().clientSecret());
        settings.put("start_date", "2024-06-01T00:00:00Z");
        settings.put("poll_interval", 0);
        settings.put("rate_limit_wait", 0);
        settings.put("request_rate", 100_000);
        settings.put("request_timeout", 2);
        settings.put("full_resync_days", 1);
        settings.put("quoted_null_is_null", true);
        return settings;
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox, FaultName fault, Path folder, Random random) {
        Map<String, Object> settings = settings(sandbox);
        if (fault != MarketoFault.QUOTED_NULL) {
            settings.remove("quoted_null_is_null");
        }
        if (fault == MarketoFault.JOB_STUCK) {
            settings.put("job_timeout", 1);
        }
        return settings;
    }

    @Override
    public void prepare(Sandbox sandbox, FaultName fault) {
        for (int list = 0; list < LISTS.getOrDefault(fault, 0); list++) {
            sandbox.marketo().addStaticList("planted " + list);
        }
    }

    @Override
    public List<String> secrets(Sandbox sandbox) {
        return List.of(sandbox.marketo().clientSecret());
    }

    @Override
    public List<FaultName> faults() {
        return MarketoFaults.ALL;
    }

    @Override
    public List<FaultName> known() {
        return List.copyOf(Arrays.asList(MarketoFault.values()));
    }

    @Override
    public List<FaultName> passing() {
        return MarketoFaults.PASSING;
    }

    @Override
    public List<Fault> drawn(FaultName name, Random random) {
        return MarketoFaults.drawn(name, random);
    }

    /** Costs change without a stamp and are read again once a week; a late activity on the next day. */
    @Override
    public Duration latest() {
        return Duration.ofDays(8);
    }

    @Override
    public Set<Integer> ends(FaultName name) {
        return MarketoFaults.ends(name);
    }

    @Override
    public void change(Sandbox sandbox, Random random) {
        new MarketoUsers(sandbox, random).work();
    }

    @Override
    public Admins admins(Sandbox sandbox, Random random) {
        return new MarketoAdmins(sandbox.marketo(), random);
    }

    @Override
    public List<Map<String, @Nullable Object>> truth(Sandbox sandbox, String stream) {
        return sandbox.marketo().truth(stream);
    }

    @Override
    public SourceRow row(String stream, Map<String, @Nullable Object> truth) {
        Map<String, @Nullable String> values = new HashMap<>();
        MarketoStreams.columns(stream, truth.keySet())
                .forEach(column -> values.put(column.toLowerCase(Locale.ROOT), text(stream, truth.get(column))));
        Instant changed = STAMPS.stream()
                .map(truth::get)
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst()
                .orElse(Instant.EPOCH);
        String key = MarketoStreams.key(stream).stream()
                .map(column -> String.valueOf(truth.get(column)))
                .collect(Collectors.joining("|"));
        boolean there = truth.get("_gone_at") == null;
        return new SourceRow(key, changed, there ? SourceRow.Presence.THERE : SourceRow.Presence.GONE, values);
    }

    /** Extracts write null and the text "null" alike. */
    private static @Nullable String text(String stream, @Nullable Object value) {
        if ("null".equals(value) && MarketoStreams.EXTRACTED.contains(stream)) {
            return null;
        }
        return value instanceof Map<?, ?> ? Texts.ofJson(value) : Texts.of(value);
    }

    @Override
    public List<String> key(String stream) {
        return MarketoStreams.key(stream).stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Who leaves a program leaves no trace there, but in the sandbox's own story; costs and tags that are replaced miss from the weekly read. */
    @Override
    public Optional<SourceRow.Presence> vanished(String stream) {
        return switch (stream) {
            case "program_members" -> Optional.of(SourceRow.Presence.UNTOLD);
            case "program_costs", "program_tags" -> Optional.of(SourceRow.Presence.GONE);
            default -> Optional.empty();
        };
    }

    @Override
    public void join(Sandbox sandbox, Map<String, Map<String, Map<String, @Nullable String>>> tables) {
        Set<String> members = sandbox.marketo().truth("program_members").stream()
                .map(row -> row("program_members", row).key())
                .collect(Collectors.toSet());
        MarketoTables.join(tables, sandbox.marketo().truth("program_departures"), members);
    }

    @Override
    public boolean isDeleted(LoadedRow row) {
        return row.isMarked();
    }
}
