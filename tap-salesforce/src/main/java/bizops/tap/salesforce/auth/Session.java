package bizops.tap.salesforce.auth;

import java.net.URI;

/**
 * What a login opens. Immutable.
 *
 * @param accessToken sent with every call; never shown
 * @param instance the server that all calls go to
 */
record Session(String accessToken, URI instance) {
    @Override
    public String toString() {
        return "session at " + instance;
    }
}
