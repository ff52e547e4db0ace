package bizops.tap.salesforce.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RSA private key from PEM text: PKCS #8 ({@code BEGIN PRIVATE KEY}) or PKCS #1 ({@code BEGIN RSA PRIVATE KEY}). Line
 * breaks may be written {@code \n}, as environment variables often have them.
 */
public final class PemKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** Version 0 and the algorithm rsaEncryption, as PKCS #8 puts them before a PKCS #1 key. */
    private static final byte[] RSA_HEAD = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTETS = 4;

    private PemKey() {}

    /** Reads the key, or says in an {@link IllegalArgumentException} what is wrong; never with any of its text. */
    public static PrivateKey parse(String text) {
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            throw new IllegalArgumentException("is no key in PEM form, which begins with -----BEGIN PRIVATE KEY-----");
        }
        String kind = pem.group(1);
        if (kind.startsWith("ENCRYPTED") || pem.group(2).contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "is encrypted: decrypt it with \"openssl pkey -in key.pem -out plain.pem\" and guard the file");
        }
        if (!kind.equals("PRIVATE KEY") && !kind.equals("RSA PRIVATE KEY")) {
            throw new IllegalArgumentException("is a " + kind + ", and an RSA private key is needed");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(kind.equals("PRIVATE KEY") ? der : wrapped(der)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("is no RSA private key, or is damaged", broken);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_HEAD);
        inner.writeBytes(element(OCTETS, pkcs1));
        return element(SEQUENCE, inner.toByteArray());
    }

    /** A DER element with a two-byte length, which suits every RSA key. */
    private static byte[] element(byte tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(0x82);
        element.write(content.length >> 8);
        element.write(content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }
}
