package bizops.transform.incremental;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The columns of a relation, in order. Immutable.
 *
 * @param types of the columns, as PostgreSQL writes them
 */
record Shape(List<String> columns, List<String> types) {
    private static final String QUERY = """
            select a.attname::text, format_type(a.atttypid, a.atttypmod)
            from pg_attribute a
            where a.attrelid = to_regclass({0}) and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    private static final String ALL = """
            select c.relname::text, array_agg(a.attname::text order by a.attnum),
                array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum)
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = to_regnamespace({0}) and c.relkind in ('r', 'p')
            group by c.relname
            """;

    /** Of all tables of a schema. */
    static Map<Name, Shape> all(DSLContext statements, String schema) {
        Map<Name, Shape> shapes = new HashMap<>();
        statements
                .resultQuery(ALL, inline(name(schema).toString()))
                .forEach(row -> shapes.put(
                        name(schema, row.get(0, String.class)),
                        new Shape(List.of(row.get(1, String[].class)), List.of(row.get(2, String[].class)))));
        return shapes;
    }

    /** Of a relation; without columns when there is none of that name. */
    static Shape of(DSLContext statements, Name relation) {
        var found = statements.resultQuery(QUERY, inline(relation.toString())).fetch();
        return new Shape(
                found.map((Record row) -> row.get(0, String.class)),
                found.map((Record row) -> row.get(1, String.class)));
    }

    /** The columns under an alias, to list in a query. */
    org.jooq.QueryPart under(String alias) {
        return DSL.list(columns.stream()
                .<Field<?>>map(column -> DSL.field(name(alias, column)))
                .toList());
    }

    /** The columns by their bare names. */
    org.jooq.QueryPart bare() {
        return DSL.list(columns.stream()
                .<Field<?>>map(column -> DSL.field(name(column)))
                .toList());
    }
}
