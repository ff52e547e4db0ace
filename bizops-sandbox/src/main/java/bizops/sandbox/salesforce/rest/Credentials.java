package bizops.sandbox.salesforce.rest;

/** The fixed demonstration credentials of the sandbox's one connected app; no secrets. */
public final class Credentials {
    public static final String CLIENT_ID = "3MVG9sandboxDemoClientId";
    public static final String CLIENT_SECRET = "sandboxDemoClientSecret";
    public static final String REFRESH_TOKEN = "5Aep861sandboxDemoRefreshToken";

    private Credentials() {}
}
