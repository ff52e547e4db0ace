package bizops.sandbox.salesforce.login;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key pair of the connected app, made when somebody first asks for it: its public half stands in the app, its
 * private half is handed out, since nothing here is worth a secret. Thread-safe.
 */
public final class DemoKey {
    private static final int BITS = 2048;

    private @Nullable KeyPair pair;

    /** The private half as PKCS #8 in PEM, as {@code openssl genpkey} writes it. */
    public String privatePem() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(pair().getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    PublicKey publicHalf() {
        return pair().getPublic();
    }

    private synchronized KeyPair pair() {
        KeyPair made = pair;
        if (made == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                made = generator.generateKeyPair();
                pair = made;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return made;
    }
}
