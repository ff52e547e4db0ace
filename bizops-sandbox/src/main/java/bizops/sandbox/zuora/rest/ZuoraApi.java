package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.zuora.data.Tenant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All of Zuora's addresses over one tenant. Thread-safe: a request holds the company's lock while it is answered. */
public final class ZuoraApi implements VendorApi {
    /** The paths that are Zuora's on the sandbox's one port. */
    public static final Set<String> PATHS = Set.of("/oauth/token", "/v1/*", "/apps/api/*", "/query/*");

    private final Tenant tenant;
    private final Object lock;
    private final Faults faults;
    private final Settings settings = new Settings();
    private final Usage usage = new Usage();
    private final Sessions sessions = new Sessions();
    private final TokenEndpoint tokens = new TokenEndpoint(sessions);
    private final DescribeEndpoint describe;
    private final BatchEndpoint batches;
    private final FileEndpoint downloads;

    /** @param lock the monitor that guards the company */
    public ZuoraApi(Tenant tenant, Object lock, Faults faults) {
        this.tenant = tenant;
        this.lock = lock;
        this.faults = faults;
        Access access = new Access(settings);
        FileStore files = new FileStore();
        describe = new DescribeEndpoint(tenant.schema(), access);
        batches = new BatchEndpoint(tenant, access, files, settings);
        downloads = new FileEndpoint(files);
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
            Reply reply;
            try {
                reply = route(call);
            } catch (ApiException e) {
                reply = e.reply();
            }
            reply = reply.with("Zuora-Request-Id", requestId());
            String object = object(call);
            reply = faults.firing(
                            Set.of(
                                    TransportFault.CONNECTION_RESET,
                                    TransportFault.TRUNCATED_BODY,
                                    TransportFault.STALL),
                            call.path(),
                            object)
                    .map(reply::spoiledBy)
                    .orElse(reply);
            usage.add(call, object, reply, true);
            return reply;
        }
    }

    private String requestId() {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", usage.calls());
    }

    private Reply route(Call call) {
        if (call.path().equals("/oauth/token")) {
            return tokens.answer(call, tenant.now(), Sessions.LIFE, 1);
        }
        sessions.check(call, tenant.now());
        String action = call.method() + " " + Objects.requireNonNullElse(call.part(1), "");
        String detail = call.part(2);
        if (call.path().startsWith("/apps/api/")) {
            action = call.method() + " " + Objects.requireNonNullElse(call.part(2), "");
            detail = call.part(3);
        }
        return switch (action) {
            case "GET describe" ->
                detail == null ? describe.list(call) : describe.describe(call, detail, DescribeShape.USUAL);
            case "POST batch-query" -> batches.submit(call);
            case "GET batch-query" -> batches.poll(jobId(call));
            case "DELETE batch-query" -> batches.cancel(jobId(call));
            case "GET files", "GET file" -> downloads.answer(Objects.requireNonNullElse(detail, ""), tenant.now());
            default -> throw ApiException.notFound(call.path());
        };
    }

    private static String jobId(Call call) {
        String path = call.path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The object that a request is about, null if it is about none or several. */
    private @Nullable String object(Call call) {
        return "describe".equals(call.part(1)) ? call.part(2) : null;
    }
}
