package bizops.sandbox.salesforce.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.http.Reply;
import java.util.Set;

/** What the faults that answer in place of the API say. Bodies: vendor notes on REST errors. */
final class RequestFaults {
    /** Faults that answer instead of the API. */
    static final Set<FaultName> NAMES = Set.of(
            SalesforceFault.SESSION_EXPIRED,
            SalesforceFault.SESSION_REFUSED,
            SalesforceFault.UNAVAILABLE_503,
            SalesforceFault.BAD_GATEWAY_502,
            SalesforceFault.ERROR_500,
            SalesforceFault.EDGE_420,
            SalesforceFault.TOO_MANY_429,
            SalesforceFault.EMPTY_406,
            SalesforceFault.HTML_200,
            SalesforceFault.QUOTA_REACHED,
            SalesforceFault.CONCURRENT_LIMIT);

    /** Faults that spoil the delivery of the API's own answer. */
    static final Set<FaultName> SPOILING =
            Set.of(TransportFault.CONNECTION_RESET, TransportFault.TRUNCATED_BODY, TransportFault.STALL);

    private RequestFaults() {}

    static Reply reply(Fault fault, Session session, Sessions sessions) {
        return switch ((SalesforceFault) fault.name()) {
            case SESSION_EXPIRED -> {
                sessions.close(session.token());
                yield ApiException.sessionInvalid().reply();
            }
            case SESSION_REFUSED ->
                new ApiException(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API")
                        .reply();
            case UNAVAILABLE_503 ->
                new ApiException(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable").reply();
            case BAD_GATEWAY_502 -> Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case ERROR_500 ->
                new ApiException(
                                500,
                                "UNKNOWN_EXCEPTION",
                                "An unexpected error occurred. Please include this ErrorId if you contact support:"
                                        + " 1234567890-12345 (1234567890)")
                        .reply();
            case EDGE_420 -> Reply.html(420, "<html><body><h1>We are down for maintenance</h1></body></html>");
            case TOO_MANY_429 -> new ApiException(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests").reply();
            case EMPTY_406 -> Reply.empty(406);
            case HTML_200 -> Reply.html(200, "<html><body><p>Please wait</p></body></html>");
            case QUOTA_REACHED ->
                new ApiException(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.").reply();
            case CONCURRENT_LIMIT ->
                new ApiException(
                                403,
                                "REQUEST_LIMIT_EXCEEDED",
                                "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")
                        .reply();
            default -> throw new IllegalStateException("answers nothing: " + fault.name());
        };
    }
}
