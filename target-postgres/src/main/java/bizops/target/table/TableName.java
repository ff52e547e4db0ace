package bizops.target.table;

/** A table and its schema, not quoted. Immutable; sorts as the locks are taken. */
public record TableName(String schema, String table) implements Comparable<TableName> {
    private static final String TEMPORARY = "pg_temp";

    /** Where an overwrite stages rows for this table: a table of the session's own. */
    public TableName staged() {
        return new TableName(TEMPORARY, Identifier.distinct(table, schema + "." + table));
    }

    /** Whether it is a session's own table, which nobody else sees. */
    public boolean isStaged() {
        return schema.equals(TEMPORARY);
    }

    /** For SQL. */
    public String quoted() {
        return Identifier.quote(schema) + "." + Identifier.quote(table);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : table.compareTo(other.table);
    }

    /** For people. */
    @Override
    public String toString() {
        return quoted();
    }
}
