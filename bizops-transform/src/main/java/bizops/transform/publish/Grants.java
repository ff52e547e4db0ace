package bizops.transform.publish;

import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.name;

import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;

/** Copies what roles may do from a live schema to the one that will replace it. Owned by one thread. */
final class Grants {
    private static final String OF_SCHEMA = """
            select coalesce(r.rolname::text, '') as role, x.privilege_type as privilege, x.is_grantable as grantable
            from pg_namespace n
            cross join lateral aclexplode(n.nspacl) x
            left join pg_roles r on r.oid = x.grantee
            where n.nspname = ? and x.grantee <> n.nspowner
            order by 1, 2
            """;
    private static final String OF_RELATIONS = """
            select coalesce(r.rolname::text, '') as role, x.privilege_type as privilege, x.is_grantable as grantable,
                c.relname::text as relation
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            cross join lateral aclexplode(c.relacl) x
            left join pg_roles r on r.oid = x.grantee
            where n.nspname = ? and x.grantee <> c.relowner and c.relkind in ('r', 'v')
                and exists (
                    select 1 from pg_class o join pg_namespace p on p.oid = o.relnamespace
                    where p.nspname = ? and o.relname = c.relname)
            order by 4, 1, 2
            """;
    private static final String BY_DEFAULT = """
            select coalesce(r.rolname::text, '') as role, x.privilege_type as privilege, x.is_grantable as grantable
            from pg_default_acl d
            join pg_namespace n on n.oid = d.defaclnamespace
            cross join lateral aclexplode(d.defaclacl) x
            left join pg_roles r on r.oid = x.grantee
            where n.nspname = ? and d.defaclobjtype = 'r'
                and d.defaclrole = (select o.oid from pg_roles o where o.rolname = current_user)
            order by 1, 2
            """;

    private final DSLContext statements;

    Grants(DSLContext statements) {
        this.statements = statements;
    }

    void copy(String from, String to) {
        statements
                .resultQuery(OF_SCHEMA, from)
                .forEach(row -> grant("grant {0} on schema {1} to {2}{3}", row, name(to)));
        for (Record row : statements.resultQuery(BY_DEFAULT, from).fetch()) {
            grant("grant {0} on all tables in schema {1} to {2}{3}", row, name(to));
            grant("alter default privileges in schema {1} grant {0} on tables to {2}{3}", row, name(to));
        }
        statements
                .resultQuery(OF_RELATIONS, from, to)
                .forEach(row -> grant("grant {0} on {1} to {2}{3}", row, name(to, row.get(3, String.class))));
    }

    private void grant(String template, Record row, QueryPart object) {
        String role = row.get(0, String.class);
        QueryPart grantee = role.isEmpty() ? keyword("public") : name(role);
        boolean grantable = row.get(2, Boolean.class);
        statements
                .query(
                        template,
                        keyword(row.get(1, String.class).toLowerCase(Locale.ROOT)),
                        object,
                        grantee,
                        keyword(grantable ? " with grant option" : ""))
                .execute();
    }
}
