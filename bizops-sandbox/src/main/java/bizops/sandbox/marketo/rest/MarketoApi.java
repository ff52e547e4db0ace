package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.Envelope;
import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import bizops.sandbox.marketo.wire.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole REST API of one subscription. Thread-safe: a request holds the company's lock while it is answered. */
public final class MarketoApi implements VendorApi {
    /** Paths below which this API answers. */
    public static final List<String> PATHS = List.of("/identity/*", "/rest/*", "/bulk/*");

    /** The gateway resolves a step upwards in a path. */
    private static final Pattern UPWARDS = Pattern.compile("/[^/]+/\\.\\./");

    private static final String TOKEN = "/identity/oauth/token";
    private static final int LONGEST_URI = 8192;
    private static final int LARGEST_BODY = 1024 * 1024;

    private final Instance instance;
    private final Object lock;
    private final Faults faults;
    private final Limits limits = new Limits();
    private final Usage usage = new Usage();
    private final Meter meter = new Meter(limits);
    private final AccessTokens tokens = new AccessTokens();
    private final Gate gate = new Gate(tokens, limits);
    private final IdentityFaults identity;
    private final List<Route> routes;

    /** @param lock held while a request is answered: the company's */
    public MarketoApi(Instance instance, Object lock, Faults faults) {
        this.instance = instance;
        this.lock = lock;
        this.faults = faults;
        this.identity = new IdentityFaults(new IdentityEndpoint(tokens), tokens, faults);
        this.routes = Routes.over(instance, faults, limits, meter);
    }

    /** The log of requests so far. */
    public Usage usage() {
        return usage;
    }

    public Limits limits() {
        return limits;
    }

    @Override
    public Reply answer(Call asked) {
        Call call = asked.at(UPWARDS.matcher(asked.path()).replaceAll("/"));
        int flying = meter.enter();
        try {
            synchronized (lock) {
                Optional<Route> route = routes.stream()
                        .filter(known -> known.match(call.path()).isPresent())
                        .findFirst();
                String object = route.map(Route::object).orElse(null);
                boolean forToken = call.path().equals(TOKEN);
                Reply reply = forToken ? identity.answer(call, instance.now()) : rest(call, object, flying);
                Reply delivered = faults.firing(ReplyFaults.SPOILING, call.path(), object)
                        .map(reply::spoiledBy)
                        .orElse(reply);
                usage.add(call, object, delivered, !forToken);
                return delivered;
            }
        } finally {
            meter.leave();
        }
    }

    private Reply rest(Call call, @Nullable String object, int flying) {
        Envelope envelope = Envelope.of(usage.count(), instance.now());
        Optional<Reply> outsized = outsized(call);
        if (outsized.isPresent()) {
            return outsized.get();
        }
        try {
            AccessTokens.Token token = gate.open(call, instance.now());
            Optional<Fault> fault = faults.firing(ReplyFaults.NAMES, call.path(), object);
            if (fault.isPresent()) {
                return ReplyFaults.reply(
                        ended(token, (MarketoFault) fault.get().name()),
                        fault.get().message(),
                        envelope);
            }
            meter.count(MarketoCredentials.user(token.clientId()), flying, instance.now());
            return route(call, token.clientId(), envelope);
        } catch (MarketoException e) {
            meter.error(e.code(), instance.now());
            return envelope.failure(e.code(), e.getMessage());
        }
    }

    /** A token that is told to be bad is bad from then on. */
    private MarketoFault ended(AccessTokens.Token token, MarketoFault fault) {
        if (fault == MarketoFault.TOKEN_INVALID_601 || fault == MarketoFault.TOKEN_EXPIRED_602) {
            tokens.end(token, fault == MarketoFault.TOKEN_INVALID_601, instance.now());
        }
        return fault;
    }

    private static Optional<Reply> outsized(Call call) {
        if (call.uriLength() > LONGEST_URI) {
            return Optional.of(Reply.html(414, "<html><body><h1>414 Request-URI Too Large</h1></body></html>"));
        }
        return call.body().length() > LARGEST_BODY
                ? Optional.of(new Reply(
                        413,
                        "text/html",
                        Body.of("<html><body>413 Request Entity Too Large</body></html>"),
                        Map.of(),
                        null))
                : Optional.empty();
    }

    private Reply route(Call call, String client, Envelope envelope) {
        Map<String, String> form = form(call);
        boolean readByPost = call.method().equals("POST")
                && ("GET".equals(form.get("_method"))
                        || "GET".equals(call.query().get("_method")));
        String method = readByPost ? "GET" : call.method();
        boolean known = false;
        for (Route route : routes) {
            Optional<List<String>> path = route.match(call.path());
            if (path.isPresent() && route.method().equals(method)) {
                Map<String, String> parameters = new HashMap<>(call.query());
                if (readByPost) {
                    parameters.putAll(form);
                }
                return route.endpoint().apply(new Request(call, Map.copyOf(parameters), path.get(), client, envelope));
            }
            known |= path.isPresent();
        }
        throw known
                ? new MarketoException("605", "HTTP Method '" + call.method() + "' not supported")
                : MarketoException.notFound();
    }

    private static Map<String, String> form(Call call) {
        return call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")
                ? Forms.parse(call.body())
                : Map.of();
    }
}
