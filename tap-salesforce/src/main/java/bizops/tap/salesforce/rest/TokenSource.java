package bizops.tap.salesforce.rest;

/** Logs in. */
@FunctionalInterface
public interface TokenSource {
    /** A new token from a new login; failures are the user's to mend. */
    AccessToken login();
}
