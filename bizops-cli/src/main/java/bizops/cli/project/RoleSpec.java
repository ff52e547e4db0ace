package bizops.cli.project;

import java.util.List;

/**
 * One role of an environment. Immutable.
 *
 * @param name with the environment's prefix
 * @param members logins that get it
 * @param statementTimeout the longest statement of such a login, as PostgreSQL writes it; of readers alone
 * @param connectionLimit how many connections each of them may have; of readers alone
 */
public record RoleSpec(Duty duty, String name, List<String> members, String statementTimeout, int connectionLimit) {
    public RoleSpec {
        members = List.copyOf(members);
    }
}
