package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.wire.Envelope;
import bizops.sandbox.marketo.wire.MarketoException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the faults that answer in place of the API say (section 2 of the vendor notes). */
final class ReplyFaults {
    /** Faults that answer instead of the API. */
    static final Set<FaultName> NAMES = Set.of(
            MarketoFault.TOKEN_INVALID_601,
            MarketoFault.TOKEN_EXPIRED_602,
            MarketoFault.ACCESS_DENIED_603,
            MarketoFault.TIMED_OUT_604,
            MarketoFault.RATE_LIMIT_606,
            MarketoFault.DAILY_QUOTA_607,
            MarketoFault.UNAVAILABLE_608,
            MarketoFault.SYSTEM_ERROR_611,
            MarketoFault.INVALID_SUBSCRIPTION_614,
            MarketoFault.CONCURRENT_LIMIT_615,
            MarketoFault.TRANSIENT_713,
            MarketoFault.GATEWAY_BODY_502,
            MarketoFault.BAD_GATEWAY_502,
            MarketoFault.HTML_503,
            MarketoFault.FORBIDDEN_403);

    /** Faults that spoil the delivery of the API's own answer. */
    static final Set<FaultName> SPOILING =
            Set.of(TransportFault.CONNECTION_RESET, TransportFault.TRUNCATED_BODY, TransportFault.STALL);

    private ReplyFaults() {}

    /** @param message said in place of the usual text, for texts differ between instances; null for the usual one */
    static Reply reply(MarketoFault fault, @Nullable String message, Envelope envelope) {
        return switch (fault) {
            case BAD_GATEWAY_502 ->
                Reply.html(502, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>");
            case HTML_503 -> Reply.html(503, "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>");
            case FORBIDDEN_403 -> new Reply(403, "text/plain;charset=UTF-8", Body.of("Forbidden"), Map.of(), null);
            default -> {
                MarketoException said = said(fault);
                yield envelope.failure(said.code(), message == null ? said.getMessage() : message);
            }
        };
    }

    private static MarketoException said(MarketoFault fault) {
        return switch (fault) {
            case TOKEN_INVALID_601 -> new MarketoException("601", "Access token invalid");
            case TOKEN_EXPIRED_602 -> new MarketoException("602", "Access token expired");
            case ACCESS_DENIED_603 -> new MarketoException("603", "Access denied");
            case TIMED_OUT_604 -> new MarketoException("604", "Request timed out");
            case RATE_LIMIT_606 -> new MarketoException("606", "Max rate limit '100' exceeded with in '20' secs");
            case DAILY_QUOTA_607 -> new MarketoException("607", "Max daily quota '50000' exceeded");
            case UNAVAILABLE_608 -> new MarketoException("608", "API Temporarily Unavailable");
            case SYSTEM_ERROR_611 -> new MarketoException("611", "System error");
            case INVALID_SUBSCRIPTION_614 -> new MarketoException("614", "Invalid Subscription");
            case CONCURRENT_LIMIT_615 -> new MarketoException("615", "Concurrent access limit '10' reached");
            case TRANSIENT_713 -> new MarketoException("713", "Transient Error");
            case GATEWAY_BODY_502 -> new MarketoException("502", "Bad Gateway");
            default -> throw new IllegalStateException("answers nothing: " + fault);
        };
    }
}
