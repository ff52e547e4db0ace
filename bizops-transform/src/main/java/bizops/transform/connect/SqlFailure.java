package bizops.transform.connect;

import bizops.singer.error.LoadException;
import bizops.singer.error.RefusedConnection;
import bizops.transform.config.WarehouseConfig;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a refusal of PostgreSQL means to the user, decided by its SQLSTATE. */
public final class SqlFailure {
    /** Lock timeout, deadlock, serialization, shutdown, too many connections: nothing is wrong that waiting does not mend. */
    private static final Set<String> TRY_LATER = Set.of("55P03", "40P01", "40001", "57P01", "57P02", "57P03", "53300");

    /** How a failure's text begins; the statement follows. */
    private static final String SENT = "SQL [";

    private SqlFailure() {}

    /** A statement failed while doing {@code what}, such as "model core.lead". */
    public static LoadException of(String what, DataAccessException failure) {
        String state = failure.sqlState();
        String server = server(failure);
        if (state.startsWith("08") || TRY_LATER.contains(state)) {
            return LoadException.tryLater(what + ": " + server + "; run again later", failure);
        }
        if (state.equals("42501")) {
            return LoadException.permanent(what + ": " + server + "; grant the role that right", failure);
        }
        return LoadException.permanent(what + ": " + server + " (SQLSTATE " + state + ")", failure);
    }

    /**
     * The line, from 1, of a query that was part of the failed statement at which the server stopped.
     *
     * @param query as it was sent
     */
    public static OptionalInt line(String query, DataAccessException failure) {
        PSQLException cause = failure.getCause(PSQLException.class);
        @Nullable ServerErrorMessage said = cause == null ? null : cause.getServerErrorMessage();
        String message = String.valueOf(failure.getMessage());
        int start = message.indexOf(query);
        if (said == null || said.getPosition() <= 0 || !message.startsWith(SENT) || start < 0) {
            return OptionalInt.empty();
        }
        int stop = Math.min(message.length(), SENT.length() + said.getPosition() - 1);
        long before = message.substring(Math.min(start, stop), stop)
                .chars()
                .filter(one -> one == '\n')
                .count();
        return OptionalInt.of(1 + (int) before);
    }

    static LoadException connecting(WarehouseConfig config, SQLException refused) {
        String where = config.host() + ":" + config.port();
        String state = String.valueOf(refused.getSQLState());
        String server = firstLine(refused);
        if (RefusedConnection.is(refused)) {
            return LoadException.permanent(
                    "no connection to " + where + ": " + server + "; correct password, ssl_mode and ssl_root_cert",
                    refused);
        }
        return switch (state) {
            case "28P01", "28000" ->
                LoadException.permanent(
                        where + " refused user \"" + config.user() + "\": " + server + "; check user and password",
                        refused);
            case "3D000" ->
                LoadException.permanent(
                        where + " has no database \"" + config.database() + "\"; check database", refused);
            default -> {
                if (state.startsWith("08") || TRY_LATER.contains(state)) {
                    yield LoadException.tryLater(
                            "cannot reach PostgreSQL at " + where + ": " + server
                                    + "; check host and port, or run again later",
                            refused);
                }
                yield LoadException.permanent("cannot connect to " + where + ": " + server, refused);
            }
        };
    }

    private static String server(DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        return cause == null ? String.valueOf(failure.getMessage()) : firstLine(cause);
    }

    private static String firstLine(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
