package bizops.transform.build;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import bizops.transform.connect.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** One moment of the raw tables that several connections read, so that all staging tables agree. Owned by one thread. */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final String id;

    private Snapshot(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /** Takes it on a connection of its own, which it closes. */
    public static Snapshot take(Database database) {
        Connection connection = database.open();
        begin(connection);
        String id = Database.statements(connection)
                .select(function("pg_export_snapshot", String.class))
                .fetchSingle()
                .value1();
        return new Snapshot(connection, id);
    }

    public String id() {
        return id;
    }

    /** Does {@code work} on {@code other}, in a transaction of that moment. */
    public void read(Connection other, Consumer<DSLContext> work) {
        boolean unused = read(other, id, () -> {
            work.accept(Database.statements(other));
            return true;
        });
    }

    /** Does {@code work} in a transaction of that moment. */
    static <T> T read(Connection connection, String snapshot, Supplier<T> work) {
        try {
            begin(connection);
            Database.statements(connection)
                    .query("set transaction snapshot {0}", inline(snapshot))
                    .execute();
            T result;
            try {
                result = work.get();
                connection.commit();
            } catch (RuntimeException failure) {
                connection.rollback();
                end(connection);
                throw failure;
            }
            end(connection);
            return result;
        } catch (SQLException failure) {
            throw new DataAccessException("snapshot", failure);
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    private static void begin(Connection connection) {
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            throw new DataAccessException("begin", failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new DataAccessException("close", failure);
        }
    }
}
