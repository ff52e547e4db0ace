package bizops.sandbox.marketo.rest;

/** The fixed demonstration credentials of the sandbox's custom services; no secrets. */
public final class MarketoCredentials {
    public static final String CLIENT_ID = "4c1f5d2a-sandbox-demo-marketo-client";
    public static final String CLIENT_SECRET = "sandboxDemoMarketoSecret";
    /** A second service of another user, who sees none of the first one's jobs. */
    public static final String OTHER_CLIENT_ID = "9e7b3c1d-sandbox-demo-other-client";

    private MarketoCredentials() {}

    static boolean known(String clientId) {
        return clientId.equals(CLIENT_ID) || clientId.equals(OTHER_CLIENT_ID);
    }

    static boolean valid(String clientId, String secret) {
        return known(clientId) && secret.equals(CLIENT_SECRET);
    }

    /** The API user behind a client. */
    static String user(String clientId) {
        return clientId.equals(CLIENT_ID) ? "api@bizops.example" : "other@bizops.example";
    }
}
