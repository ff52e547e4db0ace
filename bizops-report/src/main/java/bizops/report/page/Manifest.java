package bizops.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which pages a build wrote, kept beside them in the form of {@code sha256sum}: so that the next one removes those that
 * are no more, and nothing else. Immutable.
 *
 * @param hashes of the contents, by file name
 */
record Manifest(Map<String, String> hashes) {
    static final String NAME = "bizops-report.sha256";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\]+\\.(?:html|csv))");

    static Manifest of(Map<String, String> pages) {
        Map<String, String> hashes = new TreeMap<>();
        pages.forEach((name, content) -> hashes.put(name, hash(content.getBytes(StandardCharsets.UTF_8))));
        return new Manifest(hashes);
    }

    /** The one of the build before; empty without. */
    static Manifest read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        Map<String, String> hashes = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher page = LINE.matcher(line);
                if (page.matches()) {
                    hashes.put(page.group(2), page.group(1));
                }
            }
        }
        return new Manifest(hashes);
    }

    String text() {
        return hashes.entrySet().stream()
                .map(page -> page.getValue() + "  " + page.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Removes its files but those kept, and but those that somebody changed since. */
    void removeOthers(Path directory, Set<String> kept) throws IOException {
        for (Map.Entry<String, String> page : hashes.entrySet()) {
            Path file = directory.resolve(page.getKey());
            if (!kept.contains(page.getKey())
                    && Files.isRegularFile(file)
                    && hash(Files.readAllBytes(file)).equals(page.getValue())) {
                Files.delete(file);
            }
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
