package bizops.singer.rules;

import bizops.singer.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of a text under the secret key: equal texts give equal hashes in every program. Thread-safe. */
final class Hash {
    static final int SHORTEST_KEY = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> macs;

    Hash(Secret key) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        this.macs = ThreadLocal.withInitial(() -> mac(bytes));
    }

    static boolean isLongEnough(Secret key) {
        return key.reveal().getBytes(StandardCharsets.UTF_8).length >= SHORTEST_KEY;
    }

    /**
     * 64 hexadecimal digits; white space around the text and its case make no difference. A blank text stays empty, so
     * that those who know no value do not become one and the same.
     */
    String of(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        return normal.isEmpty()
                ? ""
                : HexFormat.of().formatHex(macs.get().doFinal(normal.getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
