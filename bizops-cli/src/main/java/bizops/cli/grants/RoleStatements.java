package bizops.cli.grants;

import bizops.cli.grants.Standing.Role;
import bizops.cli.project.Duty;
import bizops.cli.project.GrantsSpec;
import bizops.cli.project.RoleSpec;
import bizops.cli.store.Sql;
import bizops.singer.config.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the roles, and gives whoever runs this what it needs to hand things over to them. Immutable. */
record RoleStatements(GrantsSpec spec, Standing standing) {
    /** Names that cannot be had: a login that is not there, or one that no right would hold back. */
    void refuse(Problems problems) {
        roles().forEach(role -> refuseSuperuser(role, problems));
        for (RoleSpec role : spec.roles().values()) {
            for (String member : role.members()) {
                if (!standing.roles().containsKey(member)) {
                    problems.add("grants." + role.duty().key() + ".members: the server has no login \"" + member
                            + "\"; make it with CREATE ROLE ... LOGIN, and give it a password there");
                }
                refuseSuperuser(member, problems);
            }
        }
    }

    private void refuseSuperuser(String name, Problems problems) {
        @Nullable Role role = standing.roles().get(name);
        if (role != null && role.isSuperuser()) {
            problems.add("grants: \"" + name + "\" is a superuser, whom no right holds back; name another");
        }
    }

    void add(Consumer<String> statements) {
        for (String role : roles()) {
            if (!standing.roles().containsKey(role)) {
                statements.accept("CREATE ROLE " + Sql.name(role) + " NOLOGIN");
            }
        }
        @Nullable Role owner = standing.roles().get(spec.role(Duty.OWNER));
        if (owner != null && owner.isLogin()) {
            statements.accept("ALTER ROLE " + Sql.name(spec.role(Duty.OWNER)) + " NOLOGIN");
        }
        if (!standing.isSuperuser()) {
            owning().stream()
                    .filter(role -> !standing.own().contains(role))
                    .forEach(role -> statements.accept("GRANT " + Sql.name(role) + " TO " + Sql.name(standing.user())));
        }
    }

    private Set<String> owning() {
        return new LinkedHashSet<>(List.of(
                spec.role(Duty.OWNER), spec.role(Duty.LOADER), spec.sharedLoader(), spec.role(Duty.TRANSFORMER)));
    }

    private Set<String> roles() {
        Set<String> roles = owning();
        roles.add(spec.role(Duty.READER));
        roles.add(spec.role(Duty.AUDITOR));
        return roles;
    }
}
