package bizops.singer.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the current token; however many threads find it refused, one new one is fetched. Thread-safe. */
final class TokenCache {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final TokenSource source;
    private @Nullable Token current;

    TokenCache(TokenSource source) {
        this.source = source;
    }

    /** The token to use now; fetched if there is none or its end is near. */
    synchronized Token current() {
        Token known = current;
        boolean fresh = known != null
                && known.expiresAt()
                        .map(end -> Instant.now().plus(EARLY).isBefore(end))
                        .orElse(true);
        return fresh && known != null ? known : fetch();
    }

    /** A token other than the one that was refused. */
    synchronized Token insteadOf(Token refused) {
        Token known = current;
        return known != null && !known.equals(refused) ? known : fetch();
    }

    private Token fetch() {
        Token fetched = source.fetch();
        current = fetched;
        return fetched;
    }
}
