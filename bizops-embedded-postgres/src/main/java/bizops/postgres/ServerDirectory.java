package bizops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one server keeps on disk: {@code data}, {@code server.log} and {@code password} (readable by the owner only).
 *
 * @param path absolute
 * @param runAs the user that must own the data, where the server cannot run as the current one
 */
record ServerDirectory(Path path, Optional<UnprivilegedUser> runAs) {
    static ServerDirectory prepare(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        ServerDirectory directory = new ServerDirectory(absolute, UnprivilegedUser.ifNeeded());
        Files.createDirectories(directory.data());
        OwnerOnly.apply(directory.data());
        if (directory.runAs.isPresent()) {
            directory.runAs.get().own(directory.data());
            directory.runAs.get().letThrough(absolute);
        } else {
            OwnerOnly.apply(absolute);
        }
        return directory;
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("server.log");
    }

    boolean initialized() {
        return Files.exists(data().resolve("postgresql.conf"));
    }

    /** The superuser's password, made up at the first call and kept. */
    String password() throws IOException {
        Path file = path.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    void delete() throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
