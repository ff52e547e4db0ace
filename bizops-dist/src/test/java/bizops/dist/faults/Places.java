package bizops.dist.faults;

import bizops.dist.SmallDisk;
import bizops.postgres.PostgresServer;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The databases of all runs, each made when it is first needed. */
final class Places implements AutoCloseable {
    private static final String NAME = "faults";

    private final Path directory;
    private @Nullable Place shared;
    private @Nullable Place crashing;
    private @Nullable Place small;
    private @Nullable CrashServer crashServer;
    private @Nullable SmallDisk disk;

    Places(Path directory) {
        this.directory = directory;
    }

    Place of(Kind kind) throws Exception {
        return switch (kind) {
            case SERVER_KILLED, BACKEND_KILLED -> crashing();
            case DISK_FULL -> small();
            default -> shared();
        };
    }

    Place shared() throws Exception {
        if (shared == null) {
            TestDatabase database = new TestDatabase(SharedPostgres.get(), NAME);
            shared = new Place(() -> database).prepare(true);
        }
        return shared;
    }

    private Place crashing() throws Exception {
        if (crashing == null) {
            CrashServer server = CrashServer.start(directory.resolve("server"));
            crashServer = server;
            crashing = new Place(() -> new TestDatabase(server.server(), NAME)).prepare(true);
        }
        return crashing;
    }

    /** @throws IOException if this user may not mount anything */
    private Place small() throws Exception {
        if (small == null) {
            PostgresServer server = SharedPostgres.get();
            SmallDisk mounted = SmallDisk.mount(server);
            disk = mounted;
            small = new Place(mounted::database).prepare(false);
        }
        return small;
    }

    /** Of a kind that needs it, and has therefore asked for its place. */
    CrashServer crashServer() {
        return Objects.requireNonNull(crashServer);
    }

    /** Of a kind that needs it, and has therefore asked for its place. */
    SmallDisk disk() {
        return Objects.requireNonNull(disk);
    }

    @Override
    public void close() throws IOException, SQLException {
        if (crashServer != null) {
            crashServer.close();
        }
        if (disk != null) {
            disk.close();
        }
    }
}
