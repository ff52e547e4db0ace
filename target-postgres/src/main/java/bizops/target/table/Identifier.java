package bizops.target.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** PostgreSQL's rules for names: quotes, and at most 63 bytes, which the server would cut without an error. */
public final class Identifier {
    private static final int LONGEST = 63;
    private static final int HASH_LENGTH = 8;
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private Identifier() {}

    /** The name in quotes: the one place where names enter SQL. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL literal, for the statements that take no parameters. */
    public static String literal(String text) {
        return (text.indexOf('\\') >= 0 ? " E'" : "'")
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The name if the server takes it as it is; else one that it takes, the same for the same name. */
    static String legal(String name, String original) {
        String legal = name.replace('\0', '_');
        if (legal.isEmpty()) {
            return "_";
        }
        if (SYSTEM_COLUMNS.contains(legal)) {
            return legal + "_";
        }
        return bytes(legal) <= LONGEST ? legal : distinct(legal, original);
    }

    /** A name that begins like {@code name} and ends in a hash of the original, for names that would be equal. */
    static String distinct(String name, String original) {
        return distinct(name, original, LONGEST);
    }

    /** As {@link #distinct(String, String)}, of at most so many bytes, which leave room for the hash. */
    public static String distinct(String name, String original, int longest) {
        int room = longest - 1 - HASH_LENGTH;
        StringBuilder start = new StringBuilder();
        int used = 0;
        for (int at = 0; at < name.length(); ) {
            int character = name.codePointAt(at);
            used += bytes(Character.toString(character));
            if (used > room) {
                break;
            }
            start.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return start + "_" + hash(original);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String original) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(original.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
