package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.singer.warehouse.DdlLog;
import bizops.target.connect.Failures;
import bizops.target.table.Catalog;
import bizops.target.table.ExistingTable;
import bizops.target.table.Identifier;
import bizops.target.table.KeyChange;
import bizops.target.table.Metadata;
import bizops.target.table.Obstacles;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import bizops.target.table.TablePlanner;
import bizops.target.table.TableRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final TableRules rules;
    private final TablePlanner planner;
    private final Access access;
    private final Numbers numbers;
    private final String runId;
    private final Map<TableName, Known> known = new HashMap<>();

    private record Known(StreamShape shape, Set<Metadata> metadata, TablePlan plan) {}

    Tables(LoadSettings settings, Numbers numbers) {
        this.rules = settings.tables();
        this.planner = new TablePlanner(rules);
        this.access = new Access(rules);
        this.numbers = numbers;
        this.runId = settings.runId();
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
        Optional<ExistingTable> existing = Catalog.read(connection, shape.table());
        TablePlan plan = planner.plan(shape, existing, metadata, Map.of());
        Ddl ddl = new Ddl(connection, shape.stream());
        if (existing.isEmpty()) {
            create(connection, ddl, shape, plan);
        } else if (!plan.changes().isEmpty()) {
            plan = change(connection, ddl, shape, existing.get(), metadata, plan);
        }
        if (!shape.table().isStaged()) {
            access.index(connection, ddl, shape, plan, existing);
            keep(connection, ddl, shape);
        }
        known.put(shape.table(), new Known(shape, metadata, plan.done()));
        return plan;
    }

    private void keep(Connection connection, Ddl ddl, StreamShape shape) throws SQLException {
        if (numbers.hasDdlLog() && !ddl.done().isEmpty()) {
            TableName table = shape.table();
            DdlLog.write(connection, runId, shape.stream(), table.schema(), table.table(), ddl.done());
        }
    }

    private void create(Connection connection, Ddl ddl, StreamShape shape, TablePlan plan) throws SQLException {
        String schema = shape.table().schema();
        if (!shape.table().isStaged() && lacksSchema(connection, ddl, schema)) {
            ddl.run("CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(schema));
            access.grantUsage(ddl, schema);
        }
        List<String> statements = new ArrayList<>();
        String create = plan.changes().create();
        if (create != null) {
            statements.add(create);
        }
        statements.addAll(plan.changes().comments());
        ddl.run(statements);
        if (!shape.table().isStaged()) {
            access.grantSelect(ddl, shape.table());
            warnOfNamesake(connection, shape);
        }
    }

    /** Other targets keep the case of a stream's name; their table would be passed by without a word. */
    private static void warnOfNamesake(Connection connection, StreamShape shape) throws SQLException {
        TableName namesake = new TableName(shape.table().schema(), shape.stream());
        if (!namesake.equals(shape.table()) && Catalog.hasRelation(connection, namesake)) {
            LOG.warn(
                    "stream \"{}\": {} is new, and beside it stands {}; to load into that one, set identifier_case to"
                            + " preserve",
                    shape.stream(),
                    shape.table(),
                    namesake);
        }
    }

    /** Two loads may miss the same schema at once; whoever comes second waits until it is there. */
    private static boolean lacksSchema(Connection connection, Ddl ddl, String schema) throws SQLException {
        if (Catalog.hasSchema(connection, schema)) {
            return false;
        }
        ddl.lock("schema:" + schema);
        return !Catalog.hasSchema(connection, schema);
    }

    private TablePlan change(
            Connection connection,
            Ddl ddl,
            StreamShape shape,
            ExistingTable existing,
            Set<Metadata> metadata,
            TablePlan wanted)
            throws SQLException {
        if (rules.frozen() && !shape.table().isStaged()) {
            throw LoadException.permanent(
                    "stream \"" + shape.stream() + "\": " + shape.table()
                            + " does not fit its schema, and schema_change is freeze; it would need: "
                            + String.join("; ", wanted.changes().statements(shape.table()))
                            + "; run that yourself, or set schema_change to evolve",
                    null);
        }
        ddl.limitLocks(true);
        TablePlan plan = wanted;
        Map<String, String> fixed = new HashMap<>();
        if (!plan.changes().retypes().isEmpty()) {
            fixed.putAll(Obstacles.of(connection, existing, plan, rules.maxRewriteBytes()));
            plan = planner.plan(shape, Optional.of(existing), metadata, fixed);
            try {
                alter(ddl, plan);
            } catch (SQLException refused) {
                if (!Failures.isRefusedChange(refused)) {
                    throw refused;
                }
                String reason = "the server says: " + Failures.words(refused);
                plan.changes().retypes().keySet().forEach(column -> fixed.put(column, reason));
                plan = planner.plan(shape, Optional.of(existing), metadata, fixed);
                alter(ddl, plan);
            }
        } else {
            alter(ddl, plan);
        }
        for (String comment : plan.changes().comments()) {
            ddl.run(comment);
        }
        KeyChange key = plan.changes().key();
        if (key != null) {
            replaceKey(ddl, key);
        }
        ddl.limitLocks(false);
        tell(shape, existing, plan, fixed);
        return plan;
    }

    private static void alter(Ddl ddl, TablePlan plan) throws SQLException {
        String alter = plan.changes().alter(plan.table());
        if (alter.isEmpty()) {
            return;
        }
        if (plan.changes().retypes().isEmpty()) {
            ddl.run(alter);
        } else {
            ddl.attempt(alter);
        }
    }

    private static void replaceKey(Ddl ddl, KeyChange key) throws SQLException {
        try {
            ddl.run(key.sql());
        } catch (SQLException refused) {
            if (!UNIQUE_VIOLATION.equals(refused.getSQLState()) && !NOT_NULL_VIOLATION.equals(refused.getSQLState())) {
                throw refused;
            }
            throw key.refused(refused);
        }
    }

    private static void tell(StreamShape shape, ExistingTable existing, TablePlan plan, Map<String, String> reasons) {
        plan.changes().replacements().forEach((older, newer) -> {
            ExistingTable.ExistingColumn found = existing.columns().get(older);
            LOG.warn(
                    "stream \"{}\": column {} of {} stays {}, because {}; new values go to the new column {}",
                    shape.stream(),
                    Identifier.quote(older),
                    shape.table(),
                    found == null ? "" : found.type().sql(),
                    reasons.getOrDefault(older, "values of type " + newer.type().sql() + " do not fit"),
                    newer.quoted());
        });
    }
}
