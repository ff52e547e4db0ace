package bizops.transform.build;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.LoadException;
import bizops.transform.schema.KeptMark;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Knows by their comments the schemas that builds made, which alone may be replaced or dropped. Immutable. */
public record Ownership(DSLContext statements) {
    private static final String MARK =
            "Made by bizops-transform: every build replaces it, keep nothing of your own here";

    private static final String MADE = """
            select n.nspname::text
            from pg_catalog.pg_namespace n
            where starts_with(n.nspname::text, ?)
                and (obj_description(n.oid, 'pg_namespace') = ?
                    or exists (select from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p')
                        and obj_description(c.oid, 'pg_class') like ?))
            order by n.nspname::text collate "C"
            """;

    /** Notes that a build made {@code schema}. */
    void mark(String schema) {
        statements
                .query("comment on schema {0} is {1}", name(schema), DSL.inline(MARK))
                .execute();
    }

    /** Refuses a schema that holds something and was not made by a build. */
    public void refuseForeign(String schema) {
        Optional<String> comment = comment(schema);
        if (comment.isPresent() && !comment.get().equals(MARK) && !isEmpty(schema)) {
            throw LoadException.permanent(
                    "schema \"" + schema
                            + "\" exists and was not made by bizops-transform; every build would replace it:"
                            + " set schema_prefix in the config, or move what is in it",
                    null);
        }
    }

    /** Whether there is such a schema and a build made it. */
    public boolean isMade(String schema) {
        return comment(schema).filter(MARK::equals).isPresent();
    }

    /** The schemas whose names begin so that builds made, or in which they keep something; sorted. */
    public List<String> made(String beginning) {
        return statements
                .resultQuery(MADE, beginning, MARK, KeptMark.TEXT + "%")
                .fetch(row -> row.get(0, String.class));
    }

    /** The schema's comment, blank where it has none; empty where there is no such schema. */
    private Optional<String> comment(String schema) {
        return statements
                .select(DSL.coalesce(
                        field("obj_description({0}, 'pg_namespace')", String.class, field(name("n", "oid"))),
                        DSL.inline("")))
                .from(table(name("pg_catalog", "pg_namespace")).as("n"))
                .where(field(name("n", "nspname")).cast(String.class).eq(schema))
                .fetchOptional(row -> row.value1());
    }

    /** Whether no relation stands in the schema. */
    public boolean isEmpty(String schema) {
        return statements
                        .select(count())
                        .from(table(name("pg_catalog", "pg_class")).as("c"))
                        .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                        .on(field(name("n", "oid"), Long.class).eq(field(name("c", "relnamespace"), Long.class)))
                        .where(field(name("n", "nspname")).cast(String.class).eq(schema))
                        .fetchSingle()
                        .value1()
                == 0;
    }
}
