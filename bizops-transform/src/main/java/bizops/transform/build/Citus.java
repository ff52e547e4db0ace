package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.LoadException;
import bizops.transform.model.Model;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQL;

/** Tables of a Citus cluster: distributed by the column that the model names, else the same on every server. Immutable. */
public record Citus(DSLContext statements) {

    /** Refuses a database that has not the extension. */
    public void require() {
        if (!statements.fetchExists(selectOne()
                .from(table(name("pg_catalog", "pg_extension")))
                .where(field(name("extname")).cast(String.class).eq("citus")))) {
            throw LoadException.permanent(
                    "engine is citus, but this database has not the extension: create extension citus,"
                            + " or set engine to postgres",
                    null);
        }
    }

    /** Makes the table empty, spreads it, and fills it: a table made from a query would stay on one server. */
    void create(Name relation, Model model, SQL query) {
        statements
                .query("create table {0} as {1} with no data", relation, query)
                .execute();
        spread(relation, model);
        statements.query("insert into {0} {1}", relation, query).execute();
    }

    /** Spreads a table that stands on one server; its rows go with it. */
    void spread(Name relation, Model model) {
        String quoted = relation.toString();
        model.distribution()
                .ifPresentOrElse(
                        column -> statements
                                .select(function(
                                        "create_distributed_table", Object.class, inline(quoted), inline(column)))
                                .fetch(),
                        () -> statements
                                .select(function("create_reference_table", Object.class, inline(quoted)))
                                .fetch());
    }
}
