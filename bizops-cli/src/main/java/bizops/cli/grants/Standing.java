package bizops.cli.grants;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How things stand in a database, by its catalogs. Immutable.
 *
 * @param user who asks
 * @param isSuperuser whether the user needs no role
 * @param own the roles whose rights the user has
 * @param roles those that are there, of all that were asked for
 * @param members who has a role, without those who may hand it on
 * @param settings {@code name=value} of logins in this database
 * @param schemas each with its owner, of all that were asked for
 * @param relations in those schemas
 * @param rights on the database, the schemas and the relations, those of later objects too; owners' own are left out
 */
record Standing(
        String database,
        String user,
        boolean isSuperuser,
        Set<String> own,
        Map<String, Role> roles,
        Set<Member> members,
        Set<Setting> settings,
        Map<String, String> schemas,
        List<Relation> relations,
        Set<Right> rights) {
    Standing {
        own = Set.copyOf(own);
        roles = Map.copyOf(roles);
        members = Set.copyOf(members);
        settings = Set.copyOf(settings);
        schemas = Map.copyOf(schemas);
        relations = List.copyOf(relations);
        rights = Set.copyOf(rights);
    }

    /** A role or a login. Immutable. */
    record Role(boolean isLogin, boolean isSuperuser, int connectionLimit) {}

    /** A login that has a role. Immutable. */
    record Member(String role, String login) {}

    /** What sessions of a login begin with. Immutable. */
    record Setting(String login, String text) {}
}
