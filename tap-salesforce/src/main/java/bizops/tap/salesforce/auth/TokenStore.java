package bizops.tap.salesforce.auth;

import bizops.singer.config.Secret;
import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file that holds the newest refresh token. It is replaced in one step, so that a run cut off at any moment leaves the
 * old token or the new one, whole. It also knows by a hash which configured token it follows: once somebody configures
 * another one, that counts. Owned by one thread; other processes are kept away by {@link StoreLock}.
 */
final class TokenStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "refresh_token";
    private static final String FOLLOWS = "follows_sha256";

    private final Path file;
    private final String follows;
    private final StoreLock lock;

    /** @param configured the token in the settings */
    TokenStore(Path file, Secret configured) {
        this.file = file.toAbsolutePath();
        this.follows = Fingerprint.of(configured.reveal());
        this.lock = new StoreLock(this.file);
    }

    /** Makes sure that nobody else uses the store, and that it can be written. */
    void lock() {
        lock.take();
    }

    /** Lets others use it; may be called twice. */
    void unlock() {
        lock.release();
    }

    /** The newest token that descends from the configured one; empty before the first rotation. */
    Optional<Secret> newest() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode content = JSON.readTree(Files.readAllBytes(file));
            String token = content.path(TOKEN).asText("");
            boolean ours = content.path(FOLLOWS).asText("").equals(follows);
            return ours && !token.isEmpty() ? Optional.of(new Secret(token)) : Optional.empty();
        } catch (IOException broken) {
            throw new ConfigException(
                    "'token_store' " + file
                            + " cannot be read: remove it, and authorise the app again if Salesforce then"
                            + " refuses 'refresh_token'",
                    broken);
        }
    }

    /** Keeps a token; when this returns, it is on the disk. */
    void keep(Secret token) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        String content = JSON.createObjectNode()
                .put(TOKEN, token.reveal())
                .put(FOLLOWS, follows)
                .toString();
        try {
            Files.deleteIfExists(next);
            OwnerOnly.create(next);
            try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new ConfigException(
                    "the refresh token was replaced, and the new one cannot be kept in 'token_store' " + file
                            + ": make room there and authorise the app again, for the old token is used up",
                    unwritable);
        }
    }
}
