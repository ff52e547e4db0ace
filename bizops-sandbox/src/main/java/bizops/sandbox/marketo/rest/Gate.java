package bizops.sandbox.marketo.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.marketo.wire.MarketoException;
import java.time.Instant;
import java.util.Locale;

/** Lets in who has a token; a token in the query is refused since the vendor removed that way. */
final class Gate {
    private final AccessTokens tokens;

    Gate(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** The token of a request's header; 600, 601 or 602 if there is none that lives. */
    AccessTokens.Token open(Call call, Instant now) {
        String header = call.header("authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw new MarketoException("600", "Access token not specified");
        }
        AccessTokens.Token token =
                tokens.find(header.substring("bearer ".length()).strip());
        if (token == null) {
            throw new MarketoException("601", "Access token invalid");
        }
        if (!now.isBefore(token.expiresAt())) {
            throw new MarketoException("602", "Access token expired");
        }
        return token;
    }
}
