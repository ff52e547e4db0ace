package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Reply;
import java.util.Set;

/** What the faults that answer in place of the API say. Bodies: vendor notes on error bodies and limits. */
final class RequestFaults {
    /** Faults that answer instead of the API. */
    static final Set<FaultName> NAMES = Set.of(
            ZuoraFault.TOKEN_EXPIRED,
            ZuoraFault.UNAUTHORIZED_401,
            ZuoraFault.FORBIDDEN_403,
            ZuoraFault.RATE_LIMIT_429,
            ZuoraFault.CONCURRENT_LIMIT_429,
            ZuoraFault.BARE_429,
            ZuoraFault.ERROR_500,
            ZuoraFault.BAD_GATEWAY_502,
            ZuoraFault.UNAVAILABLE_503,
            ZuoraFault.TIMEOUT_504,
            ZuoraFault.LOCKED_50,
            ZuoraFault.TEMPORARY_61);

    /** Faults that spoil the delivery of the API's own answer. */
    static final Set<FaultName> SPOILING =
            Set.of(TransportFault.CONNECTION_RESET, TransportFault.TRUNCATED_BODY, TransportFault.STALL);

    private RequestFaults() {}

    static Reply reply(Fault fault, Sessions sessions, String seconds) {
        return switch ((ZuoraFault) fault.name()) {
            case TOKEN_EXPIRED -> {
                sessions.closeAll();
                yield ApiException.unauthorized().reply();
            }
            case UNAUTHORIZED_401 -> ApiException.unauthorized().reply();
            case FORBIDDEN_403 ->
                ApiException.reasons(403, 50000010, "You do not have permission to access this resource")
                        .reply();
            case RATE_LIMIT_429 ->
                limited("{\"message\":\"request exceeded limit\"}")
                        .with("ratelimit-limit", RateLimits.LIMIT)
                        .with("ratelimit-remaining", "0")
                        .with("ratelimit-reset", seconds);
            case CONCURRENT_LIMIT_429 ->
                limited("{\"reasons\":[{\"code\":50000070,\"message\":\"Concurrent request limit reached\"}]}")
                        .with("Retry-After", seconds)
                        .with("Concurrency-Limit-Type", "Default")
                        .with("Concurrency-Limit-Limit", "40")
                        .with("Concurrency-Limit-Remaining", "0");
            case BARE_429 -> limited("");
            case ERROR_500 ->
                Reply.json(500, "{\"reasons\":[{\"code\":\"SystemError\",\"message\":\"internal server error\"}]}");
            case BAD_GATEWAY_502 -> edge(502, "Bad Gateway");
            case UNAVAILABLE_503 -> edge(503, "Service Unavailable");
            case TIMEOUT_504 -> edge(504, "Gateway Timeout");
            case LOCKED_50 ->
                ApiException.reasons(200, 50000050, "Operation failed due to a lock competition, please retry later.")
                        .reply();
            case TEMPORARY_61 ->
                ApiException.reasons(200, 50000061, "A temporary error occurred, please retry later.")
                        .reply();
            default -> throw new IllegalStateException("answers nothing: " + fault.name());
        };
    }

    private static Reply limited(String body) {
        return Reply.json(429, body);
    }

    private static Reply edge(int status, String what) {
        return Reply.html(
                        status,
                        "<HTML><HEAD><TITLE>Error</TITLE></HEAD><BODY>" + what
                                + "<BR><BR>Reference #11.8f1c1302.1767225600.1a2b3c4d</BODY></HTML>")
                .with("Server", "AkamaiGHost");
    }
}
