package bizops.sandbox.salesforce.login;

/** The fixed demonstration credentials of the sandbox's one connected app and its one user; no secrets. */
public final class Credentials {
    public static final String CLIENT_ID = "3MVG9sandboxDemoClientId";
    public static final String CLIENT_SECRET = "sandboxDemoClientSecret";
    public static final String REFRESH_TOKEN = "5Aep861sandboxDemoRefreshToken";
    public static final String USERNAME = "integration@bizops-sandbox.example";
    public static final String PASSWORD = "sandboxDemo<Password>&1";
    public static final String SECURITY_TOKEN = "sandboxDemoSecurityToken";

    private Credentials() {}

    /** Whether these are the user's own: the password with the security token right behind it. */
    static boolean areOfTheUser(String username, String passwordAndToken) {
        return USERNAME.equals(username) && (PASSWORD + SECURITY_TOKEN).equals(passwordAndToken);
    }
}
