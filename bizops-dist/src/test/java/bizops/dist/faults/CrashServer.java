package bizops.dist.faults;

import bizops.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server on data of its own that can be killed as a whole and started again. */
final class CrashServer implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 20;

    private final Path directory;
    private volatile PostgresServer server;

    private CrashServer(Path directory, PostgresServer server) {
        this.directory = directory;
        this.server = server;
    }

    static CrashServer start(Path directory) throws IOException {
        return new CrashServer(directory, PostgresServer.start(directory));
    }

    /** The server as it runs now, or ran last. */
    PostgresServer server() {
        return server;
    }

    /** Ends all its processes at once. */
    void kill() throws IOException {
        String first = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"))
                .get(0);
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts it again; what is left of its old processes may take a moment to go. */
    void restart() throws IOException, InterruptedException {
        server.close();
        for (int attempt = 1; ; attempt++) {
            try {
                server = PostgresServer.start(directory);
                return;
            } catch (IOException notYet) {
                if (attempt == MOST_ATTEMPTS) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
