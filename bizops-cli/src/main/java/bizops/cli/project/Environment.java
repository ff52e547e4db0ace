package bizops.cli.project;

import java.util.Map;
import java.util.Optional;

/**
 * Where a pipeline runs: production, a developer's own schemas, a branch. Immutable.
 *
 * @param schemaPrefix of what transform writes; empty if the file leaves it to bizops-transform
 * @param rawPrefix before raw schemas and state names; may be empty
 * @param extract whether the taps run here
 * @param variables those of the process, of .env and of the file, together
 */
public record Environment(
        String name, Optional<String> schemaPrefix, String rawPrefix, boolean extract, Map<String, String> variables) {
    public Environment {
        variables = Map.copyOf(variables);
    }
}
