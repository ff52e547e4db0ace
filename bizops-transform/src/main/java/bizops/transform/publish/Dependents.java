package bizops.transform.publish;

import java.util.List;
import org.jooq.DSLContext;

/** Finds what users have built on the published schemas. */
final class Dependents {
    private static final String QUERY = """
            select distinct 'view' as kind, n.nspname::text as schema_name, c.relname::text as relation_name,
                coalesce(array_to_string(c.reloptions, ', '), '') as options,
                rtrim(pg_get_viewdef(c.oid), ';') as definition, c.relkind::text as relkind
            from pg_depend d
            join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid
            join pg_class c on c.oid = w.ev_class
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class s on d.refclassid = 'pg_class'::regclass and s.oid = d.refobjid
            join pg_namespace m on m.oid = s.relnamespace
            where m.nspname::text = any (?) and n.nspname::text <> all (?) and c.relkind in ('v', 'm')
            union
            select distinct 'function', n.nspname::text, p.proname::text, '', '', 'f'
            from pg_depend d
            join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
            join pg_namespace n on n.oid = p.pronamespace
            join pg_class s on d.refclassid = 'pg_class'::regclass and s.oid = d.refobjid
            join pg_namespace m on m.oid = s.relnamespace
            where m.nspname::text = any (?) and n.nspname::text <> all (?)
            order by 2, 3
            """;

    private Dependents() {}

    /** What stands on {@code schemas} from outside of {@code own}. */
    static List<Dependent> of(DSLContext statements, List<String> schemas, List<String> own) {
        String[] on = schemas.toArray(String[]::new);
        String[] inside = own.toArray(String[]::new);
        return statements.resultQuery(QUERY, on, inside, on, inside).fetch(row -> {
            String kind = "m".equals(row.get(5, String.class)) ? "materialized view" : row.get(0, String.class);
            return new Dependent(
                    kind,
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, String.class));
        });
    }
}
