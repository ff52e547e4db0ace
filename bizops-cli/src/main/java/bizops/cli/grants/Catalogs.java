package bizops.cli.grants;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import bizops.cli.grants.Standing.Member;
import bizops.cli.grants.Standing.Role;
import bizops.cli.grants.Standing.Setting;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how things stand. Owned by one thread. */
final class Catalogs {
    private static final String ROLES =
            "SELECT rolname, rolcanlogin, rolsuper, rolconnlimit, pg_has_role(oid, 'USAGE') AS own FROM pg_catalog.pg_roles"
                    + " WHERE rolname::text = ANY (?)";
    private static final String MEMBERS = "SELECT g.rolname AS role, m.rolname AS login"
            + " FROM pg_catalog.pg_auth_members AS a JOIN pg_catalog.pg_roles AS g ON g.oid = a.roleid"
            + " JOIN pg_catalog.pg_roles AS m ON m.oid = a.member WHERE g.rolname::text = ANY (?)"
            + " GROUP BY 1, 2 HAVING NOT bool_or(a.admin_option)";
    private static final String SETTINGS = "SELECT r.rolname, unnest(s.setconfig) AS text"
            + " FROM pg_catalog.pg_db_role_setting AS s JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole"
            + " JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase"
            + " WHERE d.datname = current_database()";
    private static final String SCHEMAS = "SELECT nspname, pg_get_userbyid(nspowner) AS owner"
            + " FROM pg_catalog.pg_namespace WHERE nspname::text = ANY (?)";

    /** Sequences of a column go with its table, and what an extension made with the extension. */
    private static final String RELATIONS = """
            SELECT n.nspname, c.relname, c.relkind, pg_get_userbyid(c.relowner) AS owner,
                coalesce(obj_description(c.oid, 'pg_class'), '') LIKE 'Kept by bizops-transform%' AS of_builds
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname::text = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass
                    AND d.objid = c.oid AND (d.deptype = 'e' OR c.relkind = 'S' AND d.deptype IN ('a', 'i')))
            ORDER BY 1, 2""";

    private static final String OF_DATABASE = """
            SELECT x.grantee, x.privilege_type FROM pg_catalog.pg_database AS d,
                aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS x
            WHERE d.datname = current_database() AND x.grantee <> d.datdba""";
    private static final String OF_SCHEMAS = """
            SELECT x.grantee, x.privilege_type, n.nspname FROM pg_catalog.pg_namespace AS n, aclexplode(n.nspacl) AS x
            WHERE n.nspname::text = ANY (?) AND x.grantee <> n.nspowner""";
    private static final String OF_RELATIONS = """
            SELECT x.grantee, x.privilege_type, n.nspname, c.relname, c.relkind
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace,
                aclexplode(c.relacl) AS x
            WHERE n.nspname::text = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND x.grantee <> c.relowner""";
    private static final String OF_LATER = """
            SELECT x.grantee, x.privilege_type, n.nspname, pg_get_userbyid(a.defaclrole) AS creator, a.defaclobjtype
            FROM pg_catalog.pg_default_acl AS a JOIN pg_catalog.pg_namespace AS n ON n.oid = a.defaclnamespace,
                aclexplode(a.defaclacl) AS x
            WHERE n.nspname::text = ANY (?) AND a.defaclobjtype IN ('r', 'S')""";
    private static final String WITH_NAMES =
            "SELECT coalesce(g.rolname, '') AS grantee, q.* FROM (%s) AS q (grantee_id, privilege%s)"
                    + " LEFT JOIN pg_catalog.pg_roles AS g ON g.oid = q.grantee_id ORDER BY 1, 3";

    private final Connection connection;

    Catalogs(Connection connection) {
        this.connection = connection;
    }

    /** A role; {@code own} tells whether the user has its rights. */
    private record Known(String name, boolean own, Role role) {}

    /** One row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Reads it.
     *
     * @param roles the roles, and their members as they are to be
     * @param schemas all that may be concerned
     */
    Standing read(Collection<String> roles, Collection<String> schemas) throws SQLException {
        String database = one("SELECT current_database()");
        Set<Right> rights = new HashSet<>(rights(OF_DATABASE, "", List.of(), row -> Right.On.database(database)));
        List<String> withPublic = new ArrayList<>(schemas);
        withPublic.add("public");
        rights.addAll(rights(OF_SCHEMAS, ", schema", withPublic, row -> Right.On.schema(row.getString("schema"))));
        rights.addAll(rights(
                OF_RELATIONS,
                ", schema, name, kind",
                schemas,
                row -> Right.On.relation(new Relation(
                        row.getString("schema"), row.getString("name"), row.getString("kind"), "", false))));
        rights.addAll(rights(
                OF_LATER,
                ", schema, creator, kind",
                schemas,
                row -> Right.On.later(
                        row.getString("creator"),
                        row.getString("schema"),
                        row.getString("kind").equals("S") ? Kind.SEQUENCES : Kind.TABLES)));
        List<Known> known = list(
                ROLES,
                roles,
                row -> new Known(
                        row.getString("rolname"),
                        row.getBoolean("own"),
                        new Role(
                                row.getBoolean("rolcanlogin"),
                                row.getBoolean("rolsuper"),
                                row.getInt("rolconnlimit"))));
        List<Map.Entry<String, String>> owners =
                list(SCHEMAS, schemas, row -> Map.entry(row.getString("nspname"), row.getString("owner")));
        return new Standing(
                database,
                one("SELECT current_user"),
                one("SELECT current_setting('is_superuser')").equals("on"),
                known.stream().filter(Known::own).map(Known::name).collect(toSet()),
                known.stream().collect(toMap(Known::name, Known::role)),
                new HashSet<>(list(MEMBERS, roles, row -> new Member(row.getString("role"), row.getString("login")))),
                new HashSet<>(
                        list(SETTINGS, roles, row -> new Setting(row.getString("rolname"), row.getString("text")))),
                owners.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                list(
                        RELATIONS,
                        schemas,
                        row -> new Relation(
                                row.getString("nspname"),
                                row.getString("relname"),
                                row.getString("relkind"),
                                row.getString("owner"),
                                row.getBoolean("of_builds"))),
                rights);
    }

    private List<Right> rights(String query, String columns, Collection<String> schemas, Row<Right.On> on)
            throws SQLException {
        return list(
                WITH_NAMES.formatted(query, columns),
                schemas,
                row -> new Right(on.read(row), row.getString("grantee"), row.getString("privilege")));
    }

    private <T> List<T> list(String query, Collection<String> names, Row<T> read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (query.contains("?")) {
                Array array = connection.createArrayOf("text", names.toArray());
                statement.setArray(1, array);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(read.read(row));
                }
                return rows;
            }
        }
    }

    private String one(String query) throws SQLException {
        return list(query, List.of(), row -> row.getString(1)).get(0);
    }
}
