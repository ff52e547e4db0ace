package bizops.singer.warehouse.tls;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys in PEM, of the three forms that openssl writes without a password. Holds nothing. */
final class PrivateKeyPem {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?<kind>[A-Z ]*PRIVATE KEY)-----(?<body>[^-]*(?:-[^-]+)*)-----END \\k<kind>-----");

    private PrivateKeyPem() {}

    /**
     * The first private key of the text, as PKCS-8 in DER.
     *
     * @throws IllegalArgumentException saying what is wrong, without any of the text
     */
    static byte[] der(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("holds no whole private key in PEM");
        }
        String kind = block.group("kind");
        String body = block.group("body");
        if (kind.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw new IllegalArgumentException("holds a key with a password, which is not read; write one without:"
                    + " openssl pkey -in KEY -out KEY.pem");
        }
        byte[] key = decoded(body);
        return switch (kind) {
            case "PRIVATE KEY" -> key;
            case "RSA PRIVATE KEY" -> Pkcs8.ofRsa(key);
            case "EC PRIVATE KEY" -> Pkcs8.ofEllipticCurve(key);
            default ->
                throw new IllegalArgumentException("holds a key of a form that is not read; write it as PKCS-8:"
                        + " openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pem");
        };
    }

    private static byte[] decoded(String body) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s|\\\\n", ""));
        } catch (IllegalArgumentException notBase64) {
            // The decoder's own message quotes a character of the key.
            throw new IllegalArgumentException("holds a private key that is no base64", null);
        }
    }
}
