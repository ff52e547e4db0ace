package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A change of what is published that an audit must find. */
final class PlantedViolation {
    private PlantedViolation() {}

    /**
     * The rows of an audit after a change, which is then taken back; without the change it must find none.
     *
     * @param changes statements
     */
    static List<String> found(Warehouse warehouse, String audit, String... changes) throws SQLException {
        String query = query(warehouse, audit);
        assertThat(warehouse.rows(query)).as(audit).isEmpty();
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : changes) {
                statement.execute(change);
            }
            List<String> rows = Warehouse.rows(statement, query);
            connection.rollback();
            return rows;
        }
    }

    /** The query as the build has run it, on the schemas that are published since. */
    private static String query(Warehouse warehouse, String audit) throws SQLException {
        List<String> queries =
                warehouse.rows("select distinct query from bizops.build_test where test = '" + audit + "'");
        assertThat(queries).as(audit).hasSize(1);
        return queries.get(0).replace("__next", "");
    }
}
