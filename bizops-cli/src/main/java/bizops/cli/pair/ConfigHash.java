package bizops.cli.pair;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What tells two runs apart that were asked for different things, without a secret in it. Stateless. */
public final class ConfigHash {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whose settings these are is not known, so a name that may be a secret's is one. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)pass|pwd|secret|token|key|credential|auth|url|dsn|cookie|session");

    private ConfigHash() {}

    /** SHA-256 in hexadecimal of files that hold JSON; white space and the order of settings do not count. */
    public static String of(List<String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                if (!file.equals("ENV")) {
                    digest.update(text(Path.of(file)).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw new ConfigException("file " + file + " does not exist");
        }
        try {
            return plain(JSON.readTree(Files.readAllBytes(file))).toString();
        } catch (IOException broken) {
            // The parser's own message can quote a piece of the file, and the file may hold secrets.
            throw new ConfigException("file " + file + " cannot be read as JSON", broken);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        ObjectNode kept = JSON.createObjectNode();
        sorted.forEach((name, value) -> {
            if (value.isContainerNode() || !SECRET.matcher(name).find()) {
                kept.set(name, plain(value));
            }
        });
        return kept;
    }
}
