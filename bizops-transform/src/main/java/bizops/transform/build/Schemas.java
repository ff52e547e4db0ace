package bizops.transform.build;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.LoadException;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Makes and drops the schemas of a build, and never one that it did not make itself. Owned by one thread. */
public final class Schemas {
    private static final String MARK =
            "Made by bizops-transform: every build replaces it, keep nothing of your own here";

    private final DSLContext statements;
    private final Environment environment;

    public Schemas(DSLContext statements, Environment environment) {
        this.statements = statements;
        this.environment = environment;
    }

    /** Refuses schemas that somebody else made, drops what a killed build left, makes the schemas to fill. */
    public void prepare() {
        for (Layer layer : Layer.values()) {
            Stream.of(
                            environment.live(layer),
                            environment.next(layer),
                            environment.previous(layer),
                            environment.old(layer))
                    .forEach(this::refuseForeign);
        }
        for (String schema : newestFirst(environment.allNext())) {
            statements.dropSchemaIfExists(name(schema)).cascade().execute();
        }
        for (String schema : environment.allNext()) {
            statements.createSchema(name(schema)).execute();
            statements
                    .query("comment on schema {0} is {1}", name(schema), DSL.inline(MARK))
                    .execute();
        }
    }

    private void refuseForeign(String schema) {
        Optional<String> comment = statements
                .select(DSL.coalesce(
                        field("obj_description({0}, 'pg_namespace')", String.class, field(name("n", "oid"))),
                        DSL.inline("")))
                .from(table(name("pg_catalog", "pg_namespace")).as("n"))
                .where(field(name("n", "nspname")).cast(String.class).eq(schema))
                .fetchOptional(row -> row.value1());
        if (comment.isPresent() && !comment.get().equals(MARK) && !isEmpty(schema)) {
            throw LoadException.permanent(
                    "schema \"" + schema
                            + "\" exists and was not made by bizops-transform; every build would replace it:"
                            + " set schema_prefix in the config, or move what is in it",
                    null);
        }
    }

    private boolean isEmpty(String schema) {
        return statements
                        .select(count())
                        .from(table(name("pg_catalog", "pg_class")).as("c"))
                        .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                        .on(field(name("n", "oid"), Long.class).eq(field(name("c", "relnamespace"), Long.class)))
                        .where(field(name("n", "nspname")).cast(String.class).eq(schema))
                        .fetchSingle()
                        .value1()
                == 0;
    }

    /** Views of later layers stand on earlier ones. */
    private static List<String> newestFirst(List<String> schemas) {
        return schemas.stream()
                .sorted((a, b) -> schemas.indexOf(b) - schemas.indexOf(a))
                .toList();
    }
}
