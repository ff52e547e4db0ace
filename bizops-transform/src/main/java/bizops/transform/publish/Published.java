package bizops.transform.publish;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.LoadException;
import bizops.transform.build.Ownership;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What is known of the build that readers see. Immutable. */
public record Published(DSLContext statements, Environment environment) {

    /** Refuses an environment in which nothing has been published. */
    public void require() {
        Ownership ownership = new Ownership(statements);
        for (Layer layer : Layer.values()) {
            if (!ownership.isMade(environment.live(layer))) {
                throw LoadException.permanent(
                        "no build is published in schema \"" + environment.live(layer)
                                + "\": run bizops-transform build first, or set schema_prefix",
                        null);
            }
        }
    }

    /** Whether a build is published in all layers. */
    public boolean isThere() {
        Ownership ownership = new Ownership(statements);
        return Stream.of(Layer.values()).allMatch(layer -> ownership.isMade(environment.live(layer)));
    }

    /** The day of the build. */
    public LocalDate asOf() {
        return statements
                .select(field(name("as_of"), LocalDate.class))
                .from(table(name(environment.live(Layer.STAGING), "settings")))
                .fetchSingle()
                .value1();
    }
}
