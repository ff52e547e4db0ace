package bizops.sandbox.zuora.rest;

/** The fixed demonstration credentials of the sandbox's tenant; no secrets. */
public final class Credentials {
    public static final String CLIENT_ID = "5f1e3a70-5a4d-4b0c-9c59-0d5a4db0c001";
    /** Holds characters that a form must encode. */
    public static final String CLIENT_SECRET = "sandbox+Demo/Secret=1";

    public static final String USERNAME = "demo@zuora.sandbox.example";
    public static final String PASSWORD = "sandboxDemoPassword";
    /** The one partner to whom AQuA gives sessions. */
    public static final String PARTNER = "sandboxDemoPartner";
    /** The one entity whose data the tenant holds. */
    public static final String ENTITY = "1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc";

    private Credentials() {}
}
