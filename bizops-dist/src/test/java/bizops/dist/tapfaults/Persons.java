package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is personal at a vendor, and what is secret. */
interface Persons {
    String ADDRESS = "Ada.Lovelace@Analytical.Example";
    String PHONE = "+49 30 5550199";
    /** Of {@code column_rules_key}. */
    String KEY = "a key of the test, 32 bytes long";
    /** A secret that logs nobody in. */
    String WRONG_SECRET = "planted-wrong-secret-5f2c";

    Vendor vendor();

    /** Puts {@link #ADDRESS} and {@link #PHONE} wherever the vendor has room for them. */
    void plant(Sandbox sandbox);

    /** {@code column_rules} that leave nothing of them, and of no other person's address. */
    List<Map<String, Object>> rules();

    /** The streams that the rules are for. */
    List<String> streams();

    /** Every address that the rules are for, as the source holds it. */
    Set<String> addresses(Sandbox sandbox);

    /** The tap's settings, which log in. */
    default Map<String, Object> settings(Sandbox sandbox) {
        return vendor().settings(sandbox);
    }

    /** Settings with {@link #WRONG_SECRET} in place of what logs in. */
    default Map<String, Object> wrongLogin(Sandbox sandbox) {
        Map<String, Object> settings = settings(sandbox);
        settings.put("client_secret", WRONG_SECRET);
        return settings;
    }

    /** What {@code sed} does to the planted person's RECORD so that the target must reject it. */
    String spoiling();

    /** How a token of the sandbox looks. */
    Pattern token();
}
