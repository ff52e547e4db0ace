package bizops.transform.build;

import static org.jooq.impl.DSL.name;

import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
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
        environment.allNext().forEach(this::make);
    }

    /** Makes the schemas that note differences, empty. */
    public void prepareChange() {
        for (Layer layer : Layer.values()) {
            statements
                    .dropSchemaIfExists(name(environment.change(layer)))
                    .cascade()
                    .execute();
            make(environment.change(layer));
        }
    }

    private void make(String schema) {
        statements.createSchema(name(schema)).execute();
        new Ownership(statements).mark(schema);
    }

    /** Drops the schemas aside, and what they were found to differ in; nothing of a user's can stand there. */
    public void dropNext() {
        for (Layer layer : Layer.values()) {
            statements
                    .dropSchemaIfExists(name(environment.change(layer)))
                    .cascade()
                    .execute();
        }
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
