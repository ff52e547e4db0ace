package bizops.cli.grants;

import bizops.cli.store.Sql;

/**
 * A table, a view or a sequence that stands by itself. Immutable.
 *
 * @param kind as {@code pg_class.relkind} has it
 * @param isOfBuilds whether its comment says that bizops-transform keeps it
 */
record Relation(String schema, String name, String kind, String owner, boolean isOfBuilds) {
    Kind objects() {
        return kind.equals("S") ? Kind.SEQUENCES : Kind.TABLES;
    }

    /** How {@code ALTER} calls it. */
    String word() {
        return switch (kind) {
            case "v" -> "VIEW";
            case "m" -> "MATERIALIZED VIEW";
            case "S" -> "SEQUENCE";
            case "f" -> "FOREIGN TABLE";
            default -> "TABLE";
        };
    }

    String sql() {
        return Sql.name(schema, name);
    }
}
