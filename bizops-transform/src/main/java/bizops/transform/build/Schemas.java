package bizops.transform.build;

import static org.jooq.impl.DSL.name;

import bizops.transform.schema.Environment;
import java.util.List;
import org.jooq.DSLContext;

/** Makes and drops the schemas of a build, and never one that it did not make itself. Owned by one thread. */
public final class Schemas {
    private final DSLContext statements;
    private final Environment environment;

    public Schemas(DSLContext statements, Environment environment) {
        this.statements = statements;
        this.environment = environment;
    }

    /** Refuses schemas that somebody else made, drops what a killed build left, makes the schemas to fill. */
    public void prepare() {
        Ownership ownership = new Ownership(statements);
        environment.replaced().forEach(ownership::refuseForeign);
        dropNext();
        for (String schema : environment.allNext()) {
            statements.createSchema(name(schema)).execute();
            ownership.mark(schema);
        }
    }

    /** Drops the schemas aside; nothing of a user's can stand there. */
    public void dropNext() {
        for (String schema : newestFirst(environment.allNext())) {
            statements.dropSchemaIfExists(name(schema)).cascade().execute();
        }
    }

    /** Views of later layers stand on earlier ones. */
    private static List<String> newestFirst(List<String> schemas) {
        return schemas.stream()
                .sorted((a, b) -> schemas.indexOf(b) - schemas.indexOf(a))
                .toList();
    }
}
