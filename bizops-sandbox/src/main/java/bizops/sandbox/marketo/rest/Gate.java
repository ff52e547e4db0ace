package bizops.sandbox.marketo.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.marketo.wire.Limits;
import bizops.sandbox.marketo.wire.MarketoException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Lets in who has a token; one in the query is refused, as since the vendor removed that way, unless a limit says so. */
final class Gate {
    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final Limits limits;

    Gate(AccessTokens tokens, Limits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /** The token of a request's header; 600, 601 or 602 if there is none that lives. */
    AccessTokens.Token open(Call call, Instant now) {
        String text = shown(call).orElseThrow(() -> new MarketoException("600", "Access token not specified"));
        AccessTokens.Token token = tokens.find(text);
        if (token == null) {
            throw new MarketoException("601", "Access token invalid");
        }
        if (!now.isBefore(token.expiresAt())) {
            throw new MarketoException("602", "Access token expired");
        }
        return token;
    }

    private Optional<String> shown(Call call) {
        String header = call.header("authorization").orElse("");
        if (header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return limits.get(Limits.QUERY_TOKEN) == 1 ? call.parameter("access_token") : Optional.empty();
    }
}
