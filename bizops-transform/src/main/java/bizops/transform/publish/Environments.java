package bizops.transform.publish;

import bizops.transform.build.Ownership;
import bizops.transform.schema.Environment;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What environments a database holds. Immutable. */
public record Environments(DSLContext statements) {
    /** Those that builds have made under prefixes that begin so, in order. */
    public List<Environment> under(String beginning) {
        return new Ownership(statements)
                .made(beginning).stream()
                        .map(Environment::ofSchema)
                        .flatMap(Optional::stream)
                        .filter(environment -> environment.prefix().startsWith(beginning))
                        .distinct()
                        .toList();
    }
}
