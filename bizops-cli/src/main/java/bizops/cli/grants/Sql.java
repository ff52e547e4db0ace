package bizops.cli.grants;

/** Names and texts in statements that take no parameters. Stateless. */
final class Sql {
    private Sql() {}

    /** A name in quotes: the one place where names enter a statement. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name in its schema. */
    static String name(String schema, String name) {
        return name(schema) + "." + name(name);
    }

    /** A role to whom or from whom; empty is everybody. */
    static String grantee(String role) {
        return role.isEmpty() ? "PUBLIC" : name(role);
    }

    /** A text as a literal. */
    static String literal(String text) {
        return (text.indexOf('\\') >= 0 ? " E'" : "'")
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
