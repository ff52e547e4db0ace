package bizops.transform.build;

import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    private Set<String> existing(Name relation) {
        return statements
                .select()
                .from(table(relation))
                .limit(0)
                .fetch()
                .fieldStream()
                .map(Field::getName)
                .collect(Collectors.toSet());
    }
}
