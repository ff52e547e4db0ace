package bizops.dist;

import bizops.postgres.PostgresServer;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database whose tables stand on a file system of a few megabytes, in memory. Mounting it takes a superuser. */
public final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 24;

    private final PostgresServer server;
    private final Path path;

    private SmallDisk(PostgresServer server, Path path) {
        this.server = server;
        this.path = path;
    }

    /**
     * Makes one.
     *
     * @throws IOException if this user may not mount anything
     */
    public static SmallDisk mount(PostgresServer server) throws Exception {
        Path path = Files.createTempDirectory("bizops-small-disk");
        Run mount = Run.of(
                Path.of("mount"), "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "bizops-test", path.toString());
        if (mount.exit() != 0) {
            Files.delete(path);
            throw new IOException(
                    "a file system cannot be mounted here: " + mount.stderr().strip());
        }
        SmallDisk disk = new SmallDisk(server, path);
        try {
            disk.prepare();
        } catch (IOException | SQLException | RuntimeException failed) {
            disk.close();
            throw failed;
        }
        return disk;
    }

    private void prepare() throws IOException, SQLException {
        Path data = Path.of(query("SHOW data_directory"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path space = Files.createDirectory(path.resolve("space"));
        Files.setAttribute(space, "unix:uid", Files.getAttribute(data, "unix:uid"));
        execute("postgres", "CREATE TABLESPACE small_disk LOCATION '" + space + "'");
        execute("postgres", "CREATE DATABASE small_disk TABLESPACE small_disk");
    }

    public TestDatabase database() {
        return new TestDatabase(server, "small_disk");
    }

    /** Where it is mounted. */
    public Path folder() {
        return path;
    }

    /** Leaves about so many bytes: the rest goes to a file of ours, so that making room needs no server. */
    public void fill(long left) throws IOException {
        long surplus = Files.getFileStore(path).getUsableSpace() - left;
        Files.write(ballast(), new byte[Math.toIntExact(surplus)]);
    }

    public void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            execute("postgres", "DROP DATABASE IF EXISTS small_disk WITH (FORCE)");
            execute("postgres", "DROP TABLESPACE IF EXISTS small_disk");
        } finally {
            unmount();
        }
    }

    private void unmount() throws IOException {
        try {
            Run.of(Path.of("umount"), "-l", path.toString());
            Files.delete(path);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
