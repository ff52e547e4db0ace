package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tap-zuora} and its sandbox. */
final class ZuoraVendor implements Vendor {
    private static final List<String> STREAMS = List.of(
            "Account",
            "Amendment",
            "Contact",
            "Invoice",
            "InvoiceItem",
            "Payment",
            "RatePlan",
            "RatePlanCharge",
            "Subscription");

    /** What Zuora does not export, and what the mark of a deleted row says better. */
    private static final Set<String> LEFT_OUT =
            Set.of("PasswordHash", "SubscriptionStatusHistoryId", "Deleted", "_gone_at");

    /** Of the tenant whose login names two. */
    private static final String ENTITY = "1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc";

    @Override
    public String tap() {
        return "tap-zuora";
    }

    @Override
    public List<String> streams() {
        return STREAMS;
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("base_url", sandbox.url());
        settings.put("client_id", sandbox.zuora().clientId());
        settings.put("client_secret", sandbox.zuora().clientSecret());
        settings.put("streams", STREAMS);
        settings.put("poll_interval_seconds", 0.05);
        settings.put("request_timeout_seconds", 2);
        return settings;
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox, FaultName fault, Path folder, Random random) {
        Map<String, Object> settings = settings(sandbox);
        if (fault == ZuoraFault.ENTITY_REQUIRED) {
            settings.put("entity_id", ENTITY);
        }
        return settings;
    }

    @Override
    public boolean isOfDescriptions(FaultName fault) {
        return ZuoraFaults.OF_DESCRIPTIONS.contains(fault);
    }

    @Override
    public List<String> secrets(Sandbox sandbox) {
        return List.of(sandbox.zuora().clientSecret(), sandbox.zuora().password());
    }

    @Override
    public List<FaultName> faults() {
        return ZuoraFaults.ALL;
    }

    @Override
    public List<FaultName> known() {
        return List.copyOf(Arrays.asList(ZuoraFault.values()));
    }

    @Override
    public List<FaultName> passing() {
        return List.of(
                ZuoraFault.ERROR_500,
                ZuoraFault.BAD_GATEWAY_502,
                ZuoraFault.UNAVAILABLE_503,
                ZuoraFault.TIMEOUT_504,
                ZuoraFault.LOCKED_50,
                ZuoraFault.TEMPORARY_61,
                TransportFault.CONNECTION_RESET,
                TransportFault.TRUNCATED_BODY);
    }

    @Override
    public List<Fault> drawn(FaultName name, Random random) {
        return List.of(ZuoraFaults.drawn(name, STREAMS, random));
    }

    @Override
    public boolean hides(FaultName name) {
        return name != ZuoraFault.FIELD_STRANGE;
    }

    @Override
    public Duration latest() {
        return Duration.ofSeconds(ZuoraFaults.LATEST_SECONDS);
    }

    @Override
    public boolean isCommitted(Sandbox sandbox) {
        return sandbox.zuora().isCommitted();
    }

    @Override
    public Set<Integer> ends(FaultName name) {
        return ZuoraFaults.ends(name);
    }

    @Override
    public void change(Sandbox sandbox, Random random) {
        new ZuoraUsers(sandbox.zuora(), random).work();
    }

    @Override
    public Admins admins(Sandbox sandbox, Random random) {
        return new ZuoraAdmins(sandbox.zuora(), random);
    }

    @Override
    public List<Map<String, @Nullable Object>> truth(Sandbox sandbox, String stream) {
        return sandbox.zuora().truth(stream);
    }

    /** Of a deleted row Zuora tells little more than that it is. */
    @Override
    public SourceRow row(String stream, Map<String, @Nullable Object> truth) {
        Map<String, @Nullable String> values = new HashMap<>();
        truth.forEach((field, value) -> {
            if (!LEFT_OUT.contains(field)) {
                values.put(field.toLowerCase(Locale.ROOT), Texts.of(value));
            }
        });
        return new SourceRow(
                String.valueOf(truth.get("Id")),
                (Instant) Objects.requireNonNull(truth.get("UpdatedDate")),
                Boolean.TRUE.equals(truth.get("Deleted")) ? SourceRow.Presence.GONE : SourceRow.Presence.THERE,
                values);
    }

    @Override
    public List<String> key(String stream) {
        return List.of("id");
    }

    /** A number whose type was unknown for a while is a text as Zuora writes it. */
    @Override
    public void join(Sandbox sandbox, Map<String, Map<String, Map<String, @Nullable String>>> tables) {
        for (Map<String, @Nullable String> item :
                tables.getOrDefault("InvoiceItem", Map.of()).values()) {
            item.computeIfPresent("chargeamount", (column, text) -> Texts.of(new BigDecimal(text)));
        }
    }

    @Override
    public boolean isDeleted(LoadedRow row) {
        return row.isMarked();
    }
}
