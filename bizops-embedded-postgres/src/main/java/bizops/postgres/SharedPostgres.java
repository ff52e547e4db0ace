package bizops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        return create("");
    }

    /** A database that begins with all that is in another; no session may be open there. */
    public static TestDatabase copyOf(TestDatabase original) {
        return create(" TEMPLATE " + original.name());
    }

    private static TestDatabase create(String from) {
        String name = "test_" + COUNT.incrementAndGet();
        try (Statement statement = Holder.SESSION.createStatement()) {
            statement.execute("CREATE DATABASE " + name + from);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return new TestDatabase(get(), name);
    }

    /** Loaded, and so the server started, at the first use. */
    private static final class Holder {
        private static final PostgresServer SERVER = start();
        /** Creates all databases: a new session would take as long as a database. */
        private static final Connection SESSION = connect();

        private static PostgresServer start() {
            try {
                return PostgresServer.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Connection connect() {
            try {
                return SERVER.connect("postgres");
            } catch (SQLException e) {
                throw new IllegalStateException("cannot connect to the server just started", e);
            }
        }
    }
}
