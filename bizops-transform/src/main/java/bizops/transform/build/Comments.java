package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Writes PostgreSQL's comments, which other tools show as descriptions. Immutable. */
public record Comments(DSLContext statements) {

    /** Describes a relation and those of the columns that it has. */
    public void write(Name relation, boolean isView, String text, Map<String, String> columns) {
        List<Query> comments = new ArrayList<>();
        comments.add(statements.query(
                "comment on {0} {1} is {2}", keyword(isView ? "view" : "table"), relation, DSL.inline(text)));
        Set<String> existing = existing(relation);
        columns.forEach((column, comment) -> {
            if (existing.contains(column)) {
                comments.add(statements.query(
                        "comment on column {0} is {1}", relation.append(name(column)), DSL.inline(comment)));
            }
        });
        statements.batch(comments).execute();
    }

    /** From the catalog: asking the driver what a query returns makes it look up the table of every column. */
    private Set<String> existing(Name relation) {
        return statements
                .select(field(name("attname"), String.class))
                .from(table(name("pg_catalog", "pg_attribute")))
                .where(field(name("attrelid"))
                        .eq(field(
                                "{0}::regclass",
                                Object.class, DSL.inline(relation.quotedName().toString()))))
                .and(field(name("attnum"), Short.class).gt((short) 0))
                .fetchSet(row -> row.value1());
    }
}
