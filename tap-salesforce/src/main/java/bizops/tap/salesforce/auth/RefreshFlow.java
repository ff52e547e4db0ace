package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import java.util.Optional;

/**
 * The refresh token flow. Where tokens rotate, each is good for one use and showing a used one revokes them all, so: the
 * newest token is kept in the store before the new session is used, and the store stays locked until the run ends.
 */
final class RefreshFlow implements LoginFlow {
    private final TokenEndpoint endpoint;
    private final Credentials.RefreshToken app;
    private final TokenStore store;

    RefreshFlow(TokenEndpoint endpoint, Credentials.RefreshToken app) {
        this.endpoint = endpoint;
        this.app = app;
        this.store = new TokenStore(app.store(), app.token());
    }

    @Override
    public Session logIn() {
        store.lock();
        boolean rotating = false;
        try {
            Optional<Secret> kept = store.newest();
            Secret token = kept.orElse(app.token());
            rotating = kept.isPresent();
            TokenEndpoint.Grant grant = endpoint.refreshGrant(app, token);
            Optional<Secret> next =
                    grant.refreshToken().filter(other -> !other.reveal().equals(token.reveal()));
            if (next.isPresent()) {
                store.keep(next.get());
                rotating = true;
            }
            return grant.session();
        } finally {
            if (!rotating) {
                store.unlock();
            }
        }
    }

    @Override
    public void close() {
        store.unlock();
    }
}
