package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
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

/** {@code tap-salesforce} and its sandbox. */
final class SalesforceVendor implements Vendor {
    private static final List<String> STREAMS = List.of(
            "Account",
            "Campaign",
            "CampaignMember",
            "Contact",
            "Lead",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityHistory",
            "Task",
            "User");

    /** Noise that Salesforce changes without a stamp; the tap leaves it out unless asked. */
    private static final Set<String> LEFT_OUT = Set.of("LastViewedDate", "LastReferencedDate", "_gone_at");

    /** Those that only people can mend. */
    private static final Set<FaultName> FATAL =
            Set.of(SalesforceFault.OBJECT_HIDDEN, SalesforceFault.SESSION_REFUSED, SalesforceFault.SOAP_LOGIN_OFF);

    private static final int TRY_LATER = 75;
    private static final int FAILURE = 1;

    @Override
    public String tap() {
        return "tap-salesforce";
    }

    @Override
    public List<String> streams() {
        return STREAMS;
    }

    @Override
    public Map<String, Object> settings(Sandbox sandbox) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("login_url", sandbox.url());
        settings.put("client_id", sandbox.clientId());
        settings.put("client_secret", sandbox.clientSecret());
        settings.put("streams_to_discover", STREAMS);
        settings.put("page_size", 200);
        settings.put("request_timeout_seconds", 2);
        return settings;
    }

    /** Half of the mixes are read in bulk. */
    @Override
    public Map<String, Object> settings(Sandbox sandbox, Random random) {
        Map<String, Object> settings = settings(sandbox);
        SalesforceBulk.mixed(random).ifPresent(api -> SalesforceBulk.settings(settings, api));
        return settings;
    }

    /** Some faults are met by one API or way to log in alone; tokens that are good for one use need a login with one. */
    @Override
    public Map<String, Object> settings(Sandbox sandbox, FaultName fault, Path folder, Random random) {
        Map<String, Object> settings = settings(sandbox);
        SalesforceBulk.apiType(fault, random).ifPresent(api -> SalesforceBulk.settings(settings, api));
        if (fault == SalesforceFault.SOAP_LOGIN_OFF) {
            settings.put("login_flow", "soap");
            settings.put("username", sandbox.username());
            settings.put("password", sandbox.password());
            settings.put("security_token", sandbox.securityToken());
        }
        if (fault == SalesforceFault.REFRESH_ROTATION) {
            settings.put("refresh_token", sandbox.refreshToken());
            settings.put("token_store", folder.resolve("token.json").toString());
        }
        return settings;
    }

    @Override
    public List<String> secrets(Sandbox sandbox) {
        return List.of(sandbox.clientSecret(), sandbox.refreshToken());
    }

    @Override
    public List<FaultName> faults() {
        return SalesforceFaults.ALL;
    }

    @Override
    public Map<FaultName, String> leftOut() {
        return SalesforceFaults.LEFT_OUT;
    }

    @Override
    public List<FaultName> known() {
        return List.copyOf(Arrays.asList(SalesforceFault.values()));
    }

    @Override
    public List<FaultName> passing() {
        return List.of(
                SalesforceFault.UNAVAILABLE_503,
                SalesforceFault.BAD_GATEWAY_502,
                SalesforceFault.EDGE_420,
                SalesforceFault.TOO_MANY_429,
                SalesforceFault.EMPTY_406,
                SalesforceFault.HTML_200,
                TransportFault.CONNECTION_RESET,
                TransportFault.TRUNCATED_BODY);
    }

    @Override
    public List<Fault> drawn(FaultName name, Random random) {
        return SalesforceFaults.drawn(name, STREAMS, random);
    }

    @Override
    public Duration latest() {
        return Duration.ofSeconds(SalesforceFaults.LATEST_SECONDS);
    }

    @Override
    public Set<Integer> ends(FaultName name) {
        if (name == SalesforceFault.QUOTA_REACHED) {
            return Set.of(TRY_LATER);
        }
        return Set.of(FATAL.contains(name) ? FAILURE : 0);
    }

    @Override
    public void change(Sandbox sandbox, Random random) {
        new SalesforceUsers(sandbox, random).work();
    }

    @Override
    public Admins admins(Sandbox sandbox, Random random) {
        return new SalesforceAdmins(sandbox, random);
    }

    @Override
    public List<Map<String, @Nullable Object>> truth(Sandbox sandbox, String stream) {
        Set<String> hidden = sandbox.fields().hidden(stream);
        List<Map<String, @Nullable Object>> rows = sandbox.truth(stream);
        if (!hidden.isEmpty()) {
            rows.forEach(row -> row.keySet().removeAll(hidden));
        }
        return rows;
    }

    @Override
    public SourceRow row(String stream, Map<String, @Nullable Object> truth) {
        Map<String, @Nullable String> values = new HashMap<>();
        truth.forEach((field, value) -> {
            if (!LEFT_OUT.contains(field)) {
                values.put(field.toLowerCase(Locale.ROOT), Texts.of(value));
            }
        });
        Instant goneAt = (Instant) truth.get("_gone_at");
        Instant stamp = (Instant) Objects.requireNonNull(truth.get("SystemModstamp"));
        return new SourceRow(
                String.valueOf(truth.get("Id")),
                goneAt == null ? stamp : goneAt,
                goneAt == null ? SourceRow.Presence.THERE : SourceRow.Presence.GONE,
                values);
    }

    @Override
    public List<String> key(String stream) {
        return List.of("id");
    }

    @Override
    public boolean isDeleted(LoadedRow row) {
        return row.isMarked() || "true".equals(row.value("isdeleted"));
    }
}
