package bizops.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The server's programs: an archive from the class path, unpacked once per version and user.
 *
 * <p>Where they must run as another user, the archive that the library unpacks holds scripts that change the user and
 * then run the real programs. Immutable.
 */
final class Binaries implements PgBinaryResolver {
    private final byte[] archive;
    private final Path cache;

    private Binaries(byte[] archive, Path cache) {
        this.archive = archive.clone();
        this.cache = cache;
    }

    static Binaries of(Optional<UnprivilegedUser> runAs) throws IOException {
        byte[] real = fromClassPath();
        if (runAs.isEmpty()) {
            return new Binaries(real, BinaryCache.ofThisUser());
        }
        Path unpacked = BinaryCache.forOthers().resolve(digest(real));
        Archive.unpack(real, unpacked);
        return new Binaries(Archive.ofScripts(unpacked, runAs.get().prefix()), BinaryCache.ofThisUser());
    }

    private static byte[] fromClassPath() throws IOException {
        String system = System.getProperty("os.name", "");
        String os = system.startsWith("Mac") ? "Darwin" : system.startsWith("Windows") ? "Windows" : "Linux";
        String machine = System.getProperty("os.arch", "");
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(os, machine.equals("amd64") ? "x86_64" : machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new IOException(
                    "no PostgreSQL for " + os + " on " + machine + " is built in; use a server of your own", e);
        }
    }

    @Override
    public InputStream getPgBinary(String system, String machineHardware) {
        return new ByteArrayInputStream(archive);
    }

    /** Where the library unpacks the archive. */
    Path cache() {
        return cache;
    }

    /** The command line of one of the programs, as the library itself would run it; only once it is unpacked. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(cache.resolve("PG-" + digest(archive))
                .resolve("bin")
                .resolve(program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The name under which the library unpacks an archive. */
    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
