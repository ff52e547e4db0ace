package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The identity endpoint with its own faults. */
final class IdentityFaults {
    private static final Set<FaultName> NAMES = Set.of(
            MarketoFault.IDENTITY_401,
            MarketoFault.IDENTITY_502,
            MarketoFault.IDENTITY_WITHOUT_TOKEN,
            MarketoFault.TOKEN_ALMOST_EXPIRED);
    private static final Pattern SECONDS = Pattern.compile("\"expires_in\":\\d+");

    private final IdentityEndpoint endpoint;
    private final AccessTokens tokens;
    private final Faults faults;
    private boolean ending;

    IdentityFaults(IdentityEndpoint endpoint, AccessTokens tokens, Faults faults) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.faults = faults;
    }

    /** After a token was told to be almost over, the next question gives a new one. */
    Reply answer(Call call, Instant now) {
        Optional<FaultName> fault =
                faults.firing(NAMES, "/identity", "identity").map(Fault::name);
        if (fault.isEmpty()) {
            if (ending) {
                ending = false;
                tokens.endAll(now);
            }
            return endpoint.answer(call, now);
        }
        return switch ((MarketoFault) fault.get()) {
            case IDENTITY_401 -> IdentityEndpoint.error(401, "unauthorized", "Bad client credentials");
            case IDENTITY_502 -> Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case IDENTITY_WITHOUT_TOKEN -> Reply.json("{\"error\":\"unauthorized\"}");
            default -> {
                ending = true;
                Reply whole = endpoint.answer(call, now);
                yield Reply.json(whole.status(), SECONDS.matcher(whole.text()).replaceAll("\"expires_in\":1"));
            }
        };
    }
}
