package bizops.transform.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hashes of files, the same on every machine: two builds that differ in it were made by different rules. */
public final class Fingerprint {
    private static final List<String> ENDINGS = List.of(".json", ".csv", ".yml", ".yaml", ".sql");
    private static final String SETTINGS = "settings.json";
    private static final String DAY = "as_of";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int DEEPEST = 8;
    private static final int SHOWN_BYTES = 16;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of all files of a folder that may bear on a build, but for its day, by their names below it. */
    static String of(Path folder) {
        Fingerprint fingerprint = new Fingerprint();
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            for (Path file : found.filter(Fingerprint::isRead).sorted().toList()) {
                String name = folder.relativize(file).toString();
                byte[] content = Files.readAllBytes(file);
                fingerprint.add(name, name.equals(SETTINGS) ? withoutDay(content) : content);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return fingerprint.text();
    }

    /** The hash of texts by name, in the order of the map. */
    public static String of(Map<String, String> texts) {
        Fingerprint fingerprint = new Fingerprint();
        texts.forEach((name, text) -> fingerprint.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return fingerprint.text();
    }

    /** The settings but for the day, which each build notes for itself. */
    private static byte[] withoutDay(byte[] settings) throws IOException {
        JsonNode read = JSON.readTree(settings);
        if (read instanceof ObjectNode object) {
            object.remove(DAY);
        }
        return JSON.writeValueAsBytes(read);
    }

    private static boolean isRead(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    /** Lengths stand before the parts, so that nothing can move from one to the next. */
    private void add(String name, byte[] content) {
        byte[] path = name.replace('\\', '/').getBytes(StandardCharsets.UTF_8);
        digest.update((path.length + " " + content.length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(path);
        digest.update(content);
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }
}
