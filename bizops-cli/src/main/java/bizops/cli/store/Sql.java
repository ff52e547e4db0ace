package bizops.cli.store;

/** Names and texts in statements that take no parameters. Stateless. */
public final class Sql {
    private Sql() {}

    /** A name in quotes: the one place where names enter a statement. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name in its schema. */
    public static String name(String schema, String name) {
        return name(schema) + "." + name(name);
    }

    /** A role to whom or from whom; empty is everybody. */
    public static String grantee(String role) {
        return role.isEmpty() ? "PUBLIC" : name(role);
    }

    /** A text as a literal. */
    public static String literal(String text) {
        return (text.indexOf('\\') >= 0 ? " E'" : "'")
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
