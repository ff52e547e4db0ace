package bizops.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the server keeps of a password, by RFC 5802 with SHA-256.
 *
 * <p>Many iterations slow down who guesses passwords, and every login. A password of 128 random bits is guessed by
 * nobody, so one is enough: a login takes a third less processor time.
 */
final class ScramSecret {
    private static final int SALT_BYTES = 16;
    /** The number of the only block of the derived key. */
    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

    private ScramSecret() {}

    /** In the form that {@code ALTER ROLE … PASSWORD} stores as it is. */
    static String of(String randomPassword) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] salted = hmac(randomPassword.getBytes(StandardCharsets.US_ASCII), salt, FIRST_BLOCK);
            byte[] clientKey = hmac(salted, ascii("Client Key"));
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            return "SCRAM-SHA-256$1:" + base64(salt) + '$' + base64(storedKey) + ':'
                    + base64(hmac(salted, ascii("Server Key")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : text) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
