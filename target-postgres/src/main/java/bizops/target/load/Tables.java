package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.target.table.Catalog;
import bizops.target.table.Identifier;
import bizops.target.table.Metadata;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import bizops.target.table.TablePlanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of this run and what is known of them, so that the catalog is read once a shape and not once a batch.
 * Owned by the writing thread.
 */
final class Tables {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String NOT_NULL_VIOLATION = "23502";

    private final TablePlanner planner;
    private final Map<TableName, Known> known = new HashMap<>();

    private record Known(StreamShape shape, Set<Metadata> metadata, TablePlan plan) {}

    Tables(TablePlanner planner) {
        this.planner = planner;
    }

    /** Forgets everything: after a rollback, or when somebody else changed a table. */
    void forget() {
        known.clear();
    }

    /** Brings the table to the shape if it is not there yet; the plan says whether that changed it. */
    TablePlan bring(Connection connection, StreamShape shape, Set<Metadata> wanted) throws SQLException {
        Known before = known.get(shape.table());
        Set<Metadata> metadata = EnumSet.noneOf(Metadata.class);
        metadata.addAll(wanted);
        if (before != null) {
            metadata.addAll(before.metadata());
            if (before.shape().equals(shape) && before.metadata().equals(metadata)) {
                return before.plan();
            }
        }
        TablePlan plan = planner.plan(shape, Catalog.read(connection, shape.table()), metadata);
        change(connection, shape, plan);
        known.put(shape.table(), new Known(shape, metadata, plan.done()));
        return plan;
    }

    private static void change(Connection connection, StreamShape shape, TablePlan plan) throws SQLException {
        if (plan.changes().isEmpty() && plan.addKey() == null) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (plan.created()
                    && !shape.table().isStaged()
                    && !Catalog.hasSchema(connection, shape.table().schema())) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS "
                        + Identifier.quote(shape.table().schema()));
            }
            statement.execute("SET LOCAL lock_timeout = '10s'");
            for (String change : plan.changes()) {
                statement.execute(change);
            }
            if (plan.addKey() != null) {
                addKey(statement, shape, plan, plan.addKey());
            }
            statement.execute("SET LOCAL lock_timeout = 0");
        }
        LOG.info("stream \"{}\": {} table {}", shape.stream(), plan.created() ? "created" : "changed", shape.table());
    }

    private static void addKey(Statement statement, StreamShape shape, TablePlan plan, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (!UNIQUE_VIOLATION.equals(refused.getSQLState()) && !NOT_NULL_VIOLATION.equals(refused.getSQLState())) {
                throw refused;
            }
            String keys = String.join(
                    ", ",
                    plan.keys().stream()
                            .map(key -> Objects.requireNonNull(key.quoted()))
                            .toList());
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": " + shape.table() + " has no key, and its rows do not allow ("
                            + keys + ") as one; find them by: SELECT " + keys + ", count(*) FROM "
                            + shape.table().quoted() + " GROUP BY " + keys + " HAVING count(*) > 1 or by null values",
                    refused);
        }
    }
}
