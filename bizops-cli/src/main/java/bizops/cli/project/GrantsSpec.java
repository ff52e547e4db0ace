package bizops.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * {@code grants} of one environment. Immutable, but for the tree.
 *
 * @param login settings over those of the warehouse: who may make roles
 * @param schemaPrefix of what builds make; empty is production
 * @param rawPrefix of the raw schemas
 * @param rawSchemas with their prefix
 * @param roles one for each duty
 * @param sharedLoader owns the tables of states and runs, which all environments share: the loader without a prefix
 * @param details whether the reader reads core too, where persons have names
 */
public record GrantsSpec(
        ObjectNode login,
        String schemaPrefix,
        String rawPrefix,
        List<String> rawSchemas,
        Map<Duty, RoleSpec> roles,
        String sharedLoader,
        boolean details) {
    public GrantsSpec {
        rawSchemas = List.copyOf(rawSchemas);
        roles = Map.copyOf(roles);
    }

    /** The name of the role of a duty. */
    public String role(Duty duty) {
        RoleSpec role = roles.get(duty);
        if (role == null) {
            throw new IllegalStateException("no role for " + duty);
        }
        return role.name();
    }
}
