package bizops.tap.marketo;

import bizops.singer.http.ApiClientBuilder;
import bizops.singer.tap.TapContext;
import bizops.tap.marketo.auth.ClientCredentials;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.rest.Rest;
import java.time.Duration;

/** Everything that the tap asks Marketo with, over one login. Owned by the run's thread. */
final class MarketoClient implements AutoCloseable {
    /** The span by which Marketo counts calls. */
    private static final Duration RATE_SPAN = Duration.ofSeconds(20);

    private final ClientCredentials login;
    private final Rest rest;
    private final Exports exports;

    MarketoClient(MarketoConfig config, TapContext context) {
        this.login = new ClientCredentials(
                http(config, context), config.identity(), config.clientId(), config.clientSecret());
        this.rest = new Rest(http(config, context).tokens(login).rate(config.requestRate(), RATE_SPAN), config.rest());
        this.exports = new Exports(rest, config.exports());
    }

    Rest rest() {
        return rest;
    }

    Exports exports() {
        return exports;
    }

    @Override
    public void close() {
        rest.close();
        login.close();
    }

    private static ApiClientBuilder http(MarketoConfig config, TapContext context) {
        ApiClientBuilder http = context.http();
        config.requestTimeout().ifPresent(http::timeout);
        return http;
    }
}
