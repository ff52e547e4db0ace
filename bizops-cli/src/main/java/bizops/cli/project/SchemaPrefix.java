package bizops.cli.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Turns a text such as a branch's name into a prefix of schemas, by the rule of bizops-transform. Stateless. */
final class SchemaPrefix {
    /** Leaves room for {@code _staging__next} and the like within PostgreSQL's 63 bytes. */
    private static final int LONGEST = 40;

    private static final int HASH_BYTES = 4;

    private SchemaPrefix() {}

    /** Lower case, an underscore for anything but letters of ASCII and digits; what is cut off lives on in a hash. */
    static String of(String written) {
        String name = written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        if (name.length() <= LONGEST) {
            return name;
        }
        String hash = HexFormat.of().formatHex(sha256(written), 0, HASH_BYTES);
        return name.substring(0, LONGEST - hash.length() - 1) + "_" + hash;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
