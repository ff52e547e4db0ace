package bizops.target.load;

import bizops.target.batch.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Takes rejected records out of their table, in the transaction that loads them. */
final class Settlement {
    private static final String AGAIN = "40001";

    private Settlement() {}

    static void run(Connection connection, Step.Settle settle) throws SQLException {
        String sql = "DELETE FROM " + settle.shape().table().quoted() + " WHERE id = ANY (?)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("text", settle.ids().toArray()));
            int found = delete.executeUpdate();
            if (found != settle.ids().size()) {
                throw new SQLException(
                        "somebody else replays the rejected records too: of "
                                + settle.ids().size() + " only " + found + " are still there",
                        AGAIN);
            }
        }
    }
}
