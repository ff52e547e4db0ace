package bizops.tap.salesforce.rest;

import bizops.singer.config.Secret;
import java.net.URI;

/**
 * A session. Immutable.
 *
 * @param instance the server that all calls of this session go to
 */
public record AccessToken(Secret value, URI instance) {}
