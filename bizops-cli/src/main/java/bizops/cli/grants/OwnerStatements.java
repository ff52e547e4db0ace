package bizops.cli.grants;

import bizops.cli.store.Sql;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the schemas, and hands over to their owners what is there already. Immutable. */
record OwnerStatements(Layout layout, Standing standing, String builder) {
    void add(Consumer<String> statements) {
        layout.owned().forEach((schema, owner) -> {
            if (!standing.schemas().containsKey(schema)) {
                statements.accept("CREATE SCHEMA " + Sql.name(schema) + " AUTHORIZATION " + Sql.name(owner));
            }
        });
        Map<String, String> owned = layout.owned();
        standing.schemas().keySet().stream()
                .sorted()
                .forEach(schema -> own(schema, owned.getOrDefault(schema, builder), statements));
        for (Relation relation : standing.relations()) {
            layout.owner(relation)
                    .filter(owner -> !owner.equals(relation.owner()))
                    .ifPresent(owner -> statements.accept(
                            "ALTER " + relation.word() + " " + relation.sql() + " OWNER TO " + Sql.name(owner)));
        }
    }

    private void own(String schema, String owner, Consumer<String> statements) {
        if (!owner.equals(standing.schemas().get(schema))) {
            statements.accept("ALTER SCHEMA " + Sql.name(schema) + " OWNER TO " + Sql.name(owner));
        }
    }
}
