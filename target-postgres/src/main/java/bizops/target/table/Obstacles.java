package bizops.target.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What keeps columns from getting another type: objects that stand on them, or the size of their table. */
public final class Obstacles {
    /**
     * The server refuses to change a column that one of these refers to; keys, indexes and checks it builds anew. The
     * last condition is for generated columns before version 15.
     */
    private static final String DEPENDENTS = """
            SELECT a.attname, string_agg(DISTINCT CASE
                WHEN r.oid IS NOT NULL
                THEN pg_catalog.pg_describe_object('pg_catalog.pg_class'::regclass, r.ev_class, 0)
                WHEN f.oid IS NOT NULL
                THEN pg_catalog.pg_describe_object('pg_catalog.pg_class'::regclass, f.adrelid, f.adnum)
                ELSE pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) END, ', ')
            FROM pg_catalog.pg_depend d
            JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND r.oid = d.objid
            LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND f.oid = d.objid
            WHERE d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = ?::oid AND d.refobjsubid > 0
                AND (d.classid IN ('pg_catalog.pg_rewrite'::regclass, 'pg_catalog.pg_policy'::regclass,
                        'pg_catalog.pg_trigger'::regclass, 'pg_catalog.pg_proc'::regclass,
                        'pg_catalog.pg_publication_rel'::regclass)
                    OR f.adnum <> a.attnum
                    OR d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = d.refobjid AND d.objsubid > 0)
            GROUP BY a.attname""";

    private static final String SIZE = "SELECT pg_catalog.pg_table_size(?::oid)";

    private Obstacles() {}

    /**
     * The columns that the plan must not change, each with the reason.
     *
     * @param maxRewriteBytes tables of more bytes are not rewritten
     */
    public static Map<String, String> of(
            Connection connection, ExistingTable table, TablePlan plan, OptionalLong maxRewriteBytes)
            throws SQLException {
        Map<String, String> fixed = new LinkedHashMap<>();
        dependents(connection, table.oid()).forEach((column, users) -> {
            if (plan.changes().retypes().containsKey(column)) {
                fixed.put(column, "it is used by " + users);
            }
        });
        if (maxRewriteBytes.isPresent()) {
            long size = size(connection, table.oid());
            if (size > maxRewriteBytes.getAsLong()) {
                String reason = "the table has " + size + " bytes, more than max_rewrite_bytes";
                plan.rewritten(table).forEach(column -> fixed.putIfAbsent(column, reason));
            }
        }
        return fixed;
    }

    private static Map<String, String> dependents(Connection connection, long oid) throws SQLException {
        Map<String, String> dependents = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(DEPENDENTS)) {
            query.setLong(1, oid);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    dependents.put(row.getString(1), row.getString(2));
                }
            }
        }
        return dependents;
    }

    private static long size(Connection connection, long oid) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SIZE)) {
            query.setLong(1, oid);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
