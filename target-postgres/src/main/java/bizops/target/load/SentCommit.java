package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.Checkpoint;
import bizops.singer.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A commit that was sent, to be asked for when the connection broke before the answer. Immutable.
 *
 * @param transaction the server's number for it
 * @param checkpoint one that it wrote; empty if it wrote none
 */
record SentCommit(String transaction, Optional<Checkpoint> checkpoint) {
    /** What pg_xact_status says of a number that is greater than all that were given. */
    private static final String NEVER_WRITTEN = "22023";

    private static final String TRY_AGAIN = "40001";

    /**
     * Whether it took place. A server that crashed gives the number of a transaction that it never wrote to another one,
     * so where a checkpoint tells them apart, that counts.
     *
     * @throws SQLException to be asked again, if the server has not decided
     */
    boolean tookPlace(Connection connection) throws SQLException {
        try {
            boolean committed = isCommitted(connection);
            return committed && (checkpoint.isEmpty() || Warehouse.has(connection, checkpoint.get()));
        } finally {
            connection.rollback();
        }
    }

    private boolean isCommitted(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_xact_status(?::xid8)")) {
            query.setString(1, transaction);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return isCommitted(String.valueOf(row.getString(1)));
            }
        } catch (SQLException refused) {
            if (NEVER_WRITTEN.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private boolean isCommitted(String status) throws SQLException {
        return switch (status) {
            case "committed" -> true;
            case "aborted" -> false;
            case "in progress" -> throw new SQLException("the commit of the last batch is not decided yet", TRY_AGAIN);
            default ->
                throw LoadException.permanent(
                        "the connection broke during a commit, and the server no longer knows whether it took place"
                                + " (transaction " + transaction
                                + "); run again from the last state, and look for repeated rows in tables without a key",
                        null);
        };
    }
}
