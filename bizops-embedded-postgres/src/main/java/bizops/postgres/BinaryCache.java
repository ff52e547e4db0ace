package bizops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories for unpacked programs that no other user can have written to. */
final class BinaryCache {
    private BinaryCache() {}

    /** Below {@code XDG_CACHE_HOME} or the home directory; for a user without a home, the temporary directory. */
    static Path ofThisUser() throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home", ""));
        Path base = configured != null && !configured.isBlank() ? Path.of(configured) : home.resolve(".cache");
        Path cache = base.resolve("bizops").resolve("postgres");
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            cache = inTemporary("bizops-postgres-of-" + System.getProperty("user.name"));
        }
        OwnerOnly.apply(cache);
        return cache.resolve("unpacked"); // the library lets everyone write to this one: hence the one above
    }

    /** Readable by every user: the temporary directory. */
    static Path forOthers() throws IOException {
        Path cache = inTemporary("bizops-postgres-for-all");
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        return cache;
    }

    private static Path inTemporary(String name) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path cache = temporary.resolve(name);
        Files.createDirectories(cache);
        Path mine = Files.createTempFile(cache, "owner", "");
        boolean ours = Files.getOwner(mine).equals(Files.getOwner(cache)) && !Files.isSymbolicLink(cache);
        Files.delete(mine);
        if (!ours) {
            throw new IOException(cache + " belongs to another user; remove it or set XDG_CACHE_HOME");
        }
        return cache;
    }
}
