package bizops.singer.http;

import bizops.singer.config.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request shows to be let in. Immutable.
 *
 * @param authorization the whole value of the header, such as {@code Bearer 00D…}
 * @param expiresAt when it ends by the server's word, if it says so
 */
public record Token(Secret authorization, Optional<Instant> expiresAt) {

    /** A bearer token whose end is not known. */
    public static Token bearer(String token) {
        var unused = new Secret(token); // so that the bare token is blanked out of every line too
        return new Token(new Secret("Bearer " + token), Optional.empty());
    }

    public Token until(Instant end) {
        return new Token(authorization, Optional.of(end));
    }
}
