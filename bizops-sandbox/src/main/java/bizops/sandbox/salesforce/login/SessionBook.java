package bizops.sandbox.salesforce.login;

import java.time.Instant;

/** Where a log-in opens its session. Owned by the org's lock. */
public interface SessionBook {
    /** The bearer token of a new session. */
    String opened(Instant now);

    /** Ends a session; a token that is none is ignored. */
    void close(String token);
}
