package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.login.DemoKey;
import bizops.sandbox.salesforce.login.LoginApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole REST API of one org. Thread-safe: a request holds the org's monitor while it is answered. */
public final class SalesforceApi implements VendorApi {
    /** What it answers; every other path is another vendor's. */
    public static final List<String> PATHS = List.of("/services/*", "/id/*");

    private static final Pattern FROM = Pattern.compile("\\sFROM\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final int CALLS_ALLOWED = 100_000;
    private static final int CALLS_BEHIND = 10;

    private final Org org;
    private final Faults faults;
    private final Sessions sessions = new Sessions();
    private final Cursors cursors = new Cursors();
    private final Usage usage = new Usage();
    private final LoginApi logins;
    private final IdentityEndpoint identity = new IdentityEndpoint(sessions);
    private final Endpoints endpoints;

    /** @param key of the connected app, for log-ins by JWT */
    public SalesforceApi(Org org, Faults faults, DemoKey key) {
        this.org = org;
        this.faults = faults;
        this.logins = new LoginApi(sessions, faults, key);
        this.endpoints = Endpoints.over(org, faults, cursors);
    }

    /** The log of requests so far. */
    public Usage usage() {
        return usage;
    }

    /** Answers any path below {@code /services} and {@code /id}. */
    @Override
    public Reply answer(Call call) {
        synchronized (org) {
            String object = object(call);
            boolean counted = false;
            Reply reply;
            if (call.path().equals("/services/data") || call.path().equals("/services/data/")) {
                reply = endpoints.limits().versions();
            } else if (call.path().startsWith("/services/data/")) {
                counted = true;
                reply = data(call, object, usage.count());
            } else if (call.path().startsWith("/services/async/")) {
                counted = true;
                usage.count();
                reply = async(call, object);
            } else if (call.path().startsWith(IdentityEndpoint.PATHS)) {
                reply = identity.answer(call, org.now());
            } else {
                reply = login(call);
            }
            usage.add(call, object, reply, counted);
            return reply;
        }
    }

    private Reply login(Call call) {
        Optional<Fault> fault =
                LoginApi.isLogin(call) ? faults.firing(RequestFaults.NAMES, call.path(), null) : Optional.empty();
        return fault.map(now -> RequestFaults.reply(now, new Session(""), sessions))
                .orElseGet(() -> logins.answer(call, org.now())
                        .map(whole -> spoil(call, null, whole))
                        .orElseGet(() -> ApiException.notFound().reply()));
    }

    private Reply data(Call call, @Nullable String object, int used) {
        try {
            Session session = sessions.of(call.header("authorization"), org.now());
            Optional<Fault> fault = faults.firing(RequestFaults.NAMES, call.path(), object);
            if (fault.isPresent()) {
                return limitInfo(call, object, RequestFaults.reply(fault.get(), session, sessions), used);
            }
            Reply whole = new Router(endpoints, session, used, CALLS_ALLOWED).answer(call);
            return spoil(call, object, limitInfo(call, object, whole, used));
        } catch (ApiException e) {
            return e.reply();
        }
    }

    /** The Bulk API v1 has its own header for the session, and its own form of errors. */
    private Reply async(Call call, @Nullable String object) {
        try {
            Session session = sessions.of(call.header("x-sfdc-session").map(token -> "Bearer " + token), org.now());
            Optional<Fault> fault = faults.firing(RequestFaults.NAMES, call.path(), object);
            if (fault.isPresent()) {
                Reply reply = RequestFaults.reply(fault.get(), session, sessions);
                return reply.status() == 401 ? sessionInvalid(call) : reply;
            }
            return spoil(call, object, endpoints.async().answer(call));
        } catch (ApiException e) {
            return sessionInvalid(call);
        }
    }

    private static Reply sessionInvalid(Call call) {
        return AsyncFormat.error(call, "InvalidSessionId", "Invalid session id");
    }

    private Reply limitInfo(Call call, @Nullable String object, Reply reply, int used) {
        int told = faults.firing(Set.of(SalesforceFault.LIMIT_INFO_LAGS), call.path(), object)
                .map(lag -> Math.max(0, used - (lag.rows() > 0 ? lag.rows() : CALLS_BEHIND)))
                .orElse(used);
        String perApp = faults.firing(Set.of(SalesforceFault.LIMIT_INFO_PER_APP), call.path(), object)
                .map(form -> "; per-app-api-usage=" + told + "/" + CALLS_ALLOWED + "(appName=sandbox-app)")
                .orElse("");
        return reply.with("Sforce-Limit-Info", "api-usage=" + told + "/" + CALLS_ALLOWED + perApp);
    }

    private Reply spoil(Call call, @Nullable String object, Reply reply) {
        return faults.firing(RequestFaults.SPOILING, call.path(), object)
                .map(reply::spoiledBy)
                .orElse(reply);
    }

    /** The object that a request is about, null if it is about none or several. */
    private @Nullable String object(Call call) {
        String detail = call.part(4);
        if ("sobjects".equals(call.part(3))) {
            return detail;
        }
        if ("composite".equals(call.part(3)) && "sobjects".equals(detail)) {
            return call.part(5);
        }
        if ("async".equals(call.part(1))) {
            return detail == null ? null : endpoints.async().object(detail);
        }
        if ("jobs".equals(call.part(3))) {
            String job = call.part(5);
            return job == null ? from(call.body()) : endpoints.bulk().object(job);
        }
        if (detail != null && detail.contains("-")) {
            Cursors.Cursor cursor = cursors.find(detail.substring(0, detail.indexOf('-')));
            return cursor == null ? null : cursor.statement().type().name();
        }
        return from(call.query().getOrDefault("q", ""));
    }

    private static @Nullable String from(String text) {
        Matcher from = FROM.matcher(text);
        return from.find() ? from.group(1) : null;
    }
}
