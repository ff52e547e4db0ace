package bizops.transform.publish;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import bizops.singer.error.LoadException;
import bizops.transform.build.Ownership;
import bizops.transform.connect.SqlFailure;
import bizops.transform.schema.Environment;
import bizops.transform.schema.KeptMark;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Drops what builds have made in an environment, and nothing else. Owned by one thread. */
public final class Removal {
    private static final String LOCK_TIMEOUT = "10s";
    private static final String KEPT = """
            select n.nspname::text as schema_name, c.relname::text as relation
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in (?, ?) and c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like ?
            order by 1, 2
            """;

    private final DSLContext statements;
    private final Environment environment;
    private final Ownership ownership;

    public Removal(DSLContext statements, Environment environment) {
        this.statements = statements;
        this.environment = environment;
        this.ownership = new Ownership(statements);
    }

    /**
     * Drops the schemas; all of them or none.
     *
     * @param withHistory also what outlives builds: the log of builds and the history
     * @return what was dropped, schemas and tables, in order
     */
    public List<String> drop(boolean withHistory) {
        List<String> made = made();
        List<String> dropped = new ArrayList<>(made);
        try {
            statements.transaction(transaction -> {
                DSLContext inside = transaction.dsl();
                lock(inside);
                for (String schema : made) {
                    inside.dropSchema(name(schema)).cascade().execute();
                }
                if (withHistory) {
                    dropped.addAll(dropKept(inside));
                }
            });
        } catch (DataAccessException failure) {
            throw SqlFailure.of("drop", failure);
        }
        return dropped;
    }

    /** What {@link #drop} would drop, but for a schema that is empty afterwards; fails where it would. Changes nothing. */
    public List<String> plan(boolean withHistory) {
        List<String> planned = new ArrayList<>(made());
        if (withHistory) {
            kept(statements).forEach(table -> planned.add(table.schema() + "." + table.relation()));
        }
        return planned;
    }

    private List<String> made() {
        environment.replaced().forEach(ownership::refuseForeign);
        List<String> made =
                environment.replaced().stream().filter(ownership::isMade).toList();
        List<Dependent> dependents = Dependents.of(statements, made, made);
        if (!dependents.isEmpty()) {
            List<String> names = dependents.stream().map(Dependent::toString).toList();
            throw LoadException.permanent(
                    "dropping would take along " + String.join(", ", names) + ": drop or move what is yours first",
                    null);
        }
        return made;
    }

    private void lock(DSLContext inside) {
        inside.select(function("set_config", String.class, inline("lock_timeout"), inline(LOCK_TIMEOUT), inline(true)))
                .fetch();
        inside.select(function("pg_advisory_xact_lock", Object.class, PublishLock.key(environment)))
                .fetch();
    }

    /** The tables with the mark; their schemas too, unless something else stands there, such as the states of loads. */
    private List<String> dropKept(DSLContext inside) {
        List<String> dropped = new ArrayList<>();
        for (Kept table : kept(inside)) {
            inside.dropTable(name(table.schema(), table.relation())).execute();
            dropped.add(table.schema() + "." + table.relation());
        }
        for (String schema : List.of(environment.log(), environment.history())) {
            if (!dropped.isEmpty() && new Ownership(inside).isEmpty(schema)) {
                inside.dropSchemaIfExists(name(schema)).restrict().execute();
            }
        }
        return dropped;
    }

    private List<Kept> kept(DSLContext inside) {
        return inside.resultQuery(KEPT, environment.log(), environment.history(), KeptMark.TEXT + "%").stream()
                .map(row -> new Kept(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    /** A table that outlives builds. */
    private record Kept(String schema, String relation) {}
}
