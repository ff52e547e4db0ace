package bizops.transform.explain;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Reads what the comments of a relation's columns say. Immutable. */
record ColumnComments(DSLContext statements) {
    private static final String QUERY = """
            select a.attname::text, coalesce(col_description(c.oid, a.attnum), '')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = ? and c.relname = ?
            """;

    /** Comment by column. */
    Map<String, String> of(String schema, String relation) {
        Map<String, String> comments = new HashMap<>();
        statements
                .resultQuery(QUERY, schema, relation)
                .forEach(row -> comments.put(row.get(0, String.class), row.get(1, String.class)));
        return comments;
    }
}
