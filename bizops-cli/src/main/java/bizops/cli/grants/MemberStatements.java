package bizops.cli.grants;

import bizops.cli.grants.Standing.Member;
import bizops.cli.grants.Standing.Role;
import bizops.cli.grants.Standing.Setting;
import bizops.cli.project.Duty;
import bizops.cli.project.GrantsSpec;
import bizops.cli.project.RoleSpec;
import bizops.cli.store.Sql;
import bizops.singer.config.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives logins their roles, and takes roles from those that are no members any more. A login that makes things begins its
 * sessions as its role, so that they belong to the role; one that reads gets limits. These are the login's, as PostgreSQL
 * passes no setting of a role on to its members. Immutable.
 */
record MemberStatements(GrantsSpec spec, Standing standing, Set<String> exact) {
    private static final String ROLE = "role";
    private static final String READ_ONLY = "default_transaction_read_only";
    private static final String TIMEOUT = "statement_timeout";

    /** A login whose sessions begin as another role: this would change what that one's owner relies on. */
    void refuse(Problems problems) {
        making().forEach((login, role) -> standing.settings().stream()
                .filter(setting -> setting.login().equals(login)
                        && setting.text().startsWith(ROLE + "=")
                        && !setting.text().equals(ROLE + "=" + role.name()))
                .forEach(setting -> problems.add("grants." + role.duty().key() + ".members: sessions of \"" + login
                        + "\" begin as \"" + setting.text().substring(ROLE.length() + 1)
                        + "\", of another environment perhaps: what a login makes belongs to one role; give this"
                        + " environment a login of its own, or ALTER ROLE ... IN DATABASE ... RESET role")));
    }

    void add(Consumer<String> statements) {
        inOrder()
                .forEach(role -> role.members().forEach(login -> {
                    if (!standing.members().contains(new Member(role.name(), login))) {
                        statements.accept("GRANT " + Sql.name(role.name()) + " TO " + Sql.name(login));
                    }
                }));
        making().forEach((login, role) -> set(login, ROLE, role.name(), statements));
        reading().forEach((login, role) -> limit(login, role, statements));
        inOrder().forEach(role -> takeBack(role, statements));
    }

    private void limit(String login, RoleSpec role, Consumer<String> statements) {
        set(login, READ_ONLY, "on", statements);
        set(login, TIMEOUT, role.statementTimeout(), statements);
        @Nullable Role known = standing.roles().get(login);
        if (known == null || known.connectionLimit() != role.connectionLimit()) {
            statements.accept("ALTER ROLE " + Sql.name(login) + " CONNECTION LIMIT " + role.connectionLimit());
        }
    }

    private void set(String login, String setting, String value, Consumer<String> statements) {
        if (!standing.settings().contains(new Setting(login, setting + "=" + value))) {
            statements.accept(inDatabase(login) + " SET " + setting + " = " + Sql.literal(value));
        }
    }

    private void takeBack(RoleSpec role, Consumer<String> statements) {
        if (!exact.contains(role.name())) {
            return;
        }
        List<String> settings = role.duty().makes() ? List.of(ROLE) : List.of(READ_ONLY, TIMEOUT);
        standing.members().stream()
                .filter(member -> member.role().equals(role.name())
                        && !role.members().contains(member.login())
                        && !member.login().equals(standing.user()))
                .map(Member::login)
                .sorted()
                .forEach(login -> {
                    statements.accept("REVOKE " + Sql.name(role.name()) + " FROM " + Sql.name(login));
                    settings.stream()
                            .filter(setting -> isOurs(login, setting, role))
                            .forEach(setting -> statements.accept(inDatabase(login) + " RESET " + setting));
                });
    }

    private boolean isOurs(String login, String setting, RoleSpec role) {
        if (role.duty().makes()) {
            return standing.settings().contains(new Setting(login, ROLE + "=" + role.name()));
        }
        return !reading().containsKey(login)
                && standing.settings().stream()
                        .anyMatch(one -> one.login().equals(login) && one.text().startsWith(setting + "="));
    }

    private Map<String, RoleSpec> making() {
        Map<String, RoleSpec> logins = new LinkedHashMap<>();
        inOrder().stream()
                .filter(role -> role.duty().makes())
                .forEach(role -> role.members().forEach(login -> logins.put(login, role)));
        return logins;
    }

    /** With the roles themselves, should one be let log in; a member of both gets the reader's limits. */
    private Map<String, RoleSpec> reading() {
        Map<String, RoleSpec> logins = new LinkedHashMap<>();
        inOrder().stream().filter(role -> role.duty().onlyReads()).forEach(role -> {
            logins.put(role.name(), role);
            role.members().forEach(login -> logins.putIfAbsent(login, role));
        });
        return logins;
    }

    private List<RoleSpec> inOrder() {
        List<RoleSpec> roles = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            @Nullable RoleSpec role = spec.roles().get(duty);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private String inDatabase(String login) {
        return "ALTER ROLE " + Sql.name(login) + " IN DATABASE " + Sql.name(standing.database());
    }
}
