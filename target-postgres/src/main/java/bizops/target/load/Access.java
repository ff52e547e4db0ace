package bizops.target.load;

import bizops.singer.error.LoadException;
import bizops.target.table.Catalog;
import bizops.target.table.ExistingTable;
import bizops.target.table.Identifier;
import bizops.target.table.IndexPlan;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import bizops.target.table.TableRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What readers need: rights on what the target makes, and the indexes that the settings name. */
final class Access {
    private static final String NO_SUCH_OBJECT = "42704";

    private final TableRules rules;

    Access(TableRules rules) {
        this.rules = rules;
    }

    void grantUsage(Ddl ddl, String schema) throws SQLException {
        grant(
                ddl,
                "USAGE ON SCHEMA " + Identifier.quote(schema),
                rules.readers().of(schema));
    }

    void grantSelect(Ddl ddl, TableName table) throws SQLException {
        grant(ddl, "SELECT ON TABLE " + table.quoted(), rules.readers().of(table.schema()));
    }

    /** Makes the indexes that are not there yet. */
    void index(Connection connection, Ddl ddl, StreamShape shape, TablePlan plan, Optional<ExistingTable> existing)
            throws SQLException {
        List<IndexPlan> missing = IndexPlan.missing(rules, shape, plan, existing);
        if (missing.isEmpty()) {
            return;
        }
        ddl.limitLocks(true);
        for (IndexPlan index : missing) {
            TableName plain = new TableName(shape.table().schema(), index.name());
            ddl.run(Catalog.hasRelation(connection, plain) ? index.sqlWithDistinctName() : index.sql());
        }
        ddl.limitLocks(false);
    }

    private static void grant(Ddl ddl, String what, List<String> roles) throws SQLException {
        if (roles.isEmpty()) {
            return;
        }
        String grantees = roles.stream().map(Access::grantee).collect(Collectors.joining(", "));
        try {
            ddl.run("GRANT " + what + " TO " + grantees);
        } catch (SQLException refused) {
            if (!NO_SUCH_OBJECT.equals(refused.getSQLState())) {
                throw refused;
            }
            throw LoadException.permanent(
                    "the settings let " + grantees + " read, but the server has no such role ("
                            + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ")
                            + "); create it, or correct default_target_schema_select_permissions or schema_mapping",
                    refused);
        }
    }

    /** No role can have the name public, so it means everybody as it does in SQL. */
    private static String grantee(String role) {
        return role.toLowerCase(Locale.ROOT).equals("public") ? "PUBLIC" : Identifier.quote(role);
    }
}
