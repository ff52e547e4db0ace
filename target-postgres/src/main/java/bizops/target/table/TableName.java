package bizops.target.table;

/** A table and its schema, not quoted. Immutable; sorts as the locks are taken. */
public record TableName(String schema, String table) implements Comparable<TableName> {
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
