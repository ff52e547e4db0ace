package bizops.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The user that runs the server for root where user namespaces are forbidden (PostgreSQL refuses root itself).
 *
 * @param name as in {@code /etc/passwd}: {@code postgres} if there is one, else {@code nobody}
 */
record UnprivilegedUser(String name, int uid, int gid) {
    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final List<Path> SETPRIV = List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    /** Empty where the current user can run the server, directly or in a user namespace. */
    static Optional<UnprivilegedUser> ifNeeded() throws IOException {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || new UnixSystem().getUid() != 0 || LinuxUtils.isUnshareAvailable()) {
            return Optional.empty();
        }
        return Optional.of(find("postgres")
                .or(() -> find("nobody"))
                .orElseThrow(
                        () -> new IOException("PostgreSQL does not run as root, user namespaces are forbidden here,"
                                + " and there is no user postgres or nobody to run it; start as a normal user")));
    }

    private static Optional<UnprivilegedUser> find(String name) {
        try {
            return Files.readAllLines(PASSWD).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new UnprivilegedUser(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The command line that runs what follows it as this user. */
    List<String> prefix() throws IOException {
        Path setpriv = SETPRIV.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "PostgreSQL does not run as root, user namespaces are forbidden here, and setpriv"
                                + " (package util-linux) is missing; install it or start as a normal user"));
        return List.of(setpriv.toString(), "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
    }

    /**
     * Lets other users pass through (not read) the directory and, where it is a temporary one, those above it; says so
     * if another one above it lets nobody through.
     */
    void letThrough(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        for (Path above = directory.getParent(); above != null; above = above.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(above);
            if (permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
                continue;
            }
            if (above.equals(temporary) || !above.startsWith(temporary)) {
                throw new IOException("PostgreSQL does not run as root, and user " + name + " cannot enter " + above
                        + "; choose a directory elsewhere or start as a normal user");
            }
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(above, permissions);
        }
    }

    /** Makes this user the owner of {@code path}. */
    void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid);
        Files.setAttribute(path, "unix:gid", gid);
    }
}
