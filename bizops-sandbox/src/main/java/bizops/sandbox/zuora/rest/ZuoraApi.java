package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.zuora.data.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All of Zuora's addresses over one tenant. Thread-safe: a request holds the company's lock while it is answered. */
public final class ZuoraApi implements VendorApi {
    /** The paths that are Zuora's on the sandbox's one port. */
    public static final Set<String> PATHS = Set.of("/oauth/token", "/v1/*", "/apps/api/*", "/query/*");

    private static final int SHORT_LIFE = 60;
    private static final int LATE_SECONDS = 5400;
    private static final int SKEW_SECONDS = 600;
    private static final int WAIT_SECONDS = 2;

    private final Tenant tenant;
    private final Object lock;
    private final Faults faults;
    private final Settings settings = new Settings();
    private final Usage usage = new Usage();
    private final Sessions sessions = new Sessions();
    private final RateLimits limits = new RateLimits();
    private final TokenEndpoint tokens = new TokenEndpoint(sessions);
    private final Routes routes;

    /** @param lock the monitor that guards the company */
    public ZuoraApi(Tenant tenant, Object lock, Faults faults) {
        this.tenant = tenant;
        this.lock = lock;
        this.faults = faults;
        this.routes = new Routes(tenant, settings, faults);
        tenant.setCommitDelay(() -> faults.firing(Set.of(ZuoraFault.LATE_COMMIT), "", null)
                .map(fault -> Duration.ofSeconds(seconds(fault, LATE_SECONDS)))
                .orElse(Duration.ZERO));
    }

    public Usage usage() {
        return usage;
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public Reply answer(Call call) {
        synchronized (lock) {
            usage.count();
            limits.count(tenant.now());
            List<String> objects = routes.objects(call);
            Reply reply = headed(call, limits.tell(whole(call, objects), tenant.now()));
            reply = faults.firingAmong(RequestFaults.SPOILING, call.path(), objects)
                    .map(reply::spoiledBy)
                    .orElse(reply);
            usage.add(call, objects.size() == 1 ? objects.get(0) : null, reply, true);
            return reply;
        }
    }

    private Reply whole(Call call, List<String> objects) {
        try {
            Optional<Fault> fault = faults.firingAmong(RequestFaults.NAMES, call.path(), objects);
            if (fault.isPresent()) {
                String wait = String.valueOf(seconds(fault.get(), WAIT_SECONDS));
                return RequestFaults.reply(fault.get(), sessions, wait);
            }
            boolean entity = faults.isArmed(ZuoraFault.ENTITY_REQUIRED);
            if (call.path().equals("/oauth/token")) {
                Duration life = faults.armed(ZuoraFault.SHORT_TOKENS)
                        .map(armed -> Duration.ofSeconds(seconds(armed, SHORT_LIFE)))
                        .orElse(Sessions.LIFE);
                return tokens.answer(call, tenant.now(), life, entity ? 2 : 1);
            }
            if (!Routes.signed(call)) {
                sessions.check(call, tenant.now(), Routes.isAqua(call));
                String named = call.header("zuora-entity-ids").orElse(entity ? "" : Credentials.ENTITY);
                if (!named.replace("-", "").equalsIgnoreCase(Credentials.ENTITY.replace("-", ""))) {
                    throw ApiException.noEntity();
                }
            }
            return routes.answer(call);
        } catch (ApiException e) {
            return e.reply();
        }
    }

    private Reply headed(Call call, Reply reply) {
        Reply headed = reply.with(
                "Zuora-Request-Id", String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", usage.calls()));
        Optional<String> track = call.header("zuora-track-id");
        if (track.isPresent()) {
            headed = headed.with("Zuora-Track-Id", track.get());
        }
        Optional<Fault> skew = faults.armed(ZuoraFault.CLOCK_SKEW);
        if (skew.isPresent()) {
            Instant shown = tenant.now().plusSeconds(seconds(skew.get(), SKEW_SECONDS));
            headed = headed.with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(shown.atOffset(ZoneOffset.UTC)));
        }
        return headed;
    }

    private static int seconds(Fault fault, int usual) {
        return fault.seconds() > 0 ? fault.seconds() : usual;
    }
}
