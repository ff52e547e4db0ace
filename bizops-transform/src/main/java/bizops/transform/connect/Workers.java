package bizops.transform.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fixed number of connections that do tasks side by side, each task alone on one of them. Thread-safe. */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads;

    /** Opens {@code count} connections. */
    public Workers(Database database, int count) {
        try {
            for (int i = 0; i < count; i++) {
                Connection connection = database.open();
                connections.add(connection);
                // What they write is read by none but this build until another connection publishes it; that commit
                // makes
                // all that was written before it lasting.
                Database.statements(connection)
                        .query("set synchronous_commit = off")
                        .execute();
            }
        } catch (RuntimeException refused) {
            closeConnections();
            throw refused;
        }
        idle.addAll(connections);
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "build");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does the task on the next free connection. */
    public CompletableFuture<Void> submit(Consumer<Connection> task) {
        return CompletableFuture.runAsync(() -> runOn(task), threads);
    }

    /** Gives every connection a setting, while none of them has a task. */
    public void set(String setting, String value) {
        connections.forEach(connection -> Database.set(connection, setting, value));
    }

    private void runOn(Consumer<Connection> task) {
        Connection connection = idle.remove();
        try {
            task.accept(connection);
        } finally {
            idle.add(connection);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        closeConnections();
    }

    private void closeConnections() {
        for (Connection connection : connections) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.debug("closing a connection", alreadyGone);
            }
        }
    }
}
