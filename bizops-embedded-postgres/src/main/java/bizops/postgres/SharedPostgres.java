package bizops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of a JVM, started when first asked for and stopped with the JVM. Thread-safe. */
public final class SharedPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private SharedPostgres() {}

    /** The server; the caller must not close it. */
    public static PostgresServer get() {
        return Holder.SERVER;
    }

    /** A new, empty database with a name of its own. */
    public static TestDatabase freshDatabase() {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            get().createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return new TestDatabase(get(), name);
    }

    /** Loaded, and so the server started, at the first use. */
    private static final class Holder {
        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                return PostgresServer.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
