package bizops.cli.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * What this role may do in a schema. Immutable.
 *
 * @param exists whether it is there; the rest is of no meaning otherwise
 * @param mayCreate tables in it
 * @param foreignTables how many tables in it are owned by roles that this one is no member of: it cannot alter them;
 *     those that bizops-transform keeps there are the builder's and do not count
 * @param readableTables how many tables and views in it this role may read
 */
public record SchemaRights(
        String schema, boolean exists, boolean mayUse, boolean mayCreate, int foreignTables, int readableTables) {
    private static final String RIGHTS = """
            SELECT has_schema_privilege(n.oid, 'USAGE') AS may_use, has_schema_privilege(n.oid, 'CREATE') AS may_create,
                (SELECT count(*)::int FROM pg_catalog.pg_class AS c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
                    AND NOT pg_has_role(c.relowner, 'USAGE')
                    AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE 'Kept by bizops-transform%') AS foreign_tables,
                (SELECT count(*)::int FROM pg_catalog.pg_class AS c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm')
                    AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')) AS readable_tables
            FROM pg_catalog.pg_namespace AS n WHERE n.nspname = ?""";

    /** Asks the server. */
    public static SchemaRights of(Store store, String schema) {
        return store.ask(open -> {
            try (PreparedStatement query = open.prepareStatement(RIGHTS)) {
                query.setString(1, schema);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? new SchemaRights(
                                    schema,
                                    true,
                                    row.getBoolean("may_use"),
                                    row.getBoolean("may_create"),
                                    row.getInt("foreign_tables"),
                                    row.getInt("readable_tables"))
                            : new SchemaRights(schema, false, false, false, 0, 0);
                }
            }
        });
    }
}
