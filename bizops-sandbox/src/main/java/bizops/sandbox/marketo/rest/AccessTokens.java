package bizops.sandbox.marketo.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens: one for each client, the same until it expires (section 1 of the vendor notes). Under the org's lock. */
final class AccessTokens {
    private static final Duration LIFE = Duration.ofHours(1);

    record Token(String text, String clientId, Instant expiresAt) {
        /** Whole seconds left, 0 at least. */
        long secondsLeft(Instant now) {
            return Math.max(0, Duration.between(now, expiresAt).toSeconds());
        }
    }

    private final Map<String, Token> byClient = new HashMap<>();
    private final Map<String, Token> byText = new HashMap<>();
    private int issued;

    /** The client's token: the one that still lives, else a new one. */
    Token of(String clientId, Instant now) {
        Token token = byClient.get(clientId);
        return token != null && now.isBefore(token.expiresAt()) ? token : issue(clientId, now.plus(LIFE));
    }

    private Token issue(String clientId, Instant expiresAt) {
        issued++;
        byte[] name = (clientId + issued).getBytes(StandardCharsets.UTF_8);
        Token token = new Token(UUID.nameUUIDFromBytes(name) + ":sj", clientId, expiresAt);
        byClient.put(clientId, token);
        byText.put(token.text(), token);
        return token;
    }

    /** The token with this text, expired or not; null if it was never issued or was revoked. */
    @Nullable
    Token find(String text) {
        return byText.get(text);
    }

    /** Ends a token: what asks with it later gets 601, or 602 if it only expired. */
    void end(Token token, boolean revoked, Instant now) {
        byClient.remove(token.clientId());
        if (revoked) {
            byText.remove(token.text());
        } else {
            byText.put(token.text(), new Token(token.text(), token.clientId(), now));
        }
    }

    /** Lets every client's token expire. */
    void endAll(Instant now) {
        List.copyOf(byClient.values()).forEach(token -> end(token, false, now));
    }
}
