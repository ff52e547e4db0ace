package bizops.tap.zuora;

import bizops.singer.config.Secret;

/**
 * How the tap is let in. Immutable.
 *
 * @param oauth whether name and secret are an OAuth client's, rather than a user's
 */
record Login(boolean oauth, String name, Secret secret) {}
