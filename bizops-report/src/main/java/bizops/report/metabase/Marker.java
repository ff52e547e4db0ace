package bizops.report.metabase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of a description, by which something is found again, whatever a person has called it since: {@code
 * [bizops:question/notes 0123456789ab]}. Immutable.
 *
 * @param key what it is
 * @param digest of what was sent; empty while it is not whole
 */
record Marker(String key, String digest) {
    private static final Pattern TEXT = Pattern.compile("\\[bizops:(\\S+?)(?: ([0-9a-f]{12}))?]\\s*$");

    static Marker of(String key, String sent) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sent.getBytes(StandardCharsets.UTF_8));
            return new Marker(key, HexFormat.of().formatHex(digest, 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Optional<Marker> in(@Nullable Object description) {
        Matcher found = TEXT.matcher(description instanceof String text ? text : "");
        return found.find()
                ? Optional.of(new Marker(found.group(1), found.group(2) == null ? "" : found.group(2)))
                : Optional.empty();
    }

    /** A description that ends with it. */
    String after(String about) {
        return about + "\n\n[bizops:" + key + (digest.isEmpty() ? "" : " " + digest) + "]";
    }
}
