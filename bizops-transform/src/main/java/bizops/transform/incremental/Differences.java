package bizops.transform.incremental;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Finds the rows by which a published table differs from its like aside, in one join of the two. Rows are compared byte
 * by byte: one that is equal and only written otherwise is taken for another, which does no harm. A name of a whole row has
 * a blank in it, for it must not be that of a column. Immutable.
 */
record Differences(DSLContext statements, Environment environment) {
    private static final String BY_KEY = """
            create table {0} as
            select "row published".ctid as gone, "row aside".ctid as came
            from {1} "row published"
            full join {2} "row aside" on {3}
            where "row published".ctid is null or "row aside".ctid is null or not ("row published" *= "row aside")
            """;

    /** Rows that no key tells apart: the first of equal ones goes with the first, the second with the second. */
    private static final String BY_ROW = """
            create table {0} as
            with l as (
                select x.place, x.hash, row_number() over (partition by x.hash order by x.place) as nth
                from (select "row".ctid as place, md5("row"::text) as hash from {1} "row") x
            ),
            n as (
                select x.place, x.hash, row_number() over (partition by x.hash order by x.place) as nth
                from (select "row".ctid as place, md5("row"::text) as hash from {2} "row") x
            )
            select l.place as gone, n.place as came
            from l
            full join n on n.hash = l.hash and n.nth = l.nth
            where l.place is null or n.place is null
            """;

    /**
     * Finds them.
     *
     * @param key columns that name a row and are never null; none where nothing does
     */
    Change of(Relation relation, List<String> key) {
        Name live = name(environment.live(relation.layer()), relation.name());
        Name made = name(environment.next(relation.layer()), relation.name());
        Name pairs = name(environment.change(relation.layer()), relation.name());
        if (!key.isEmpty()) {
            statements.query(BY_KEY, pairs, live, made, sameKey(key)).execute();
            if (isAmbiguous(pairs)) {
                statements.dropTable(pairs).execute();
            } else {
                return change(relation, live, made, pairs);
            }
        }
        statements.query(BY_ROW, pairs, live, made).execute();
        return change(relation, live, made, pairs);
    }

    private static Condition sameKey(List<String> key) {
        return DSL.and(key.stream()
                .map(column -> field(name("row aside", column), Object.class)
                        .eq(field(name("row published", column), Object.class)))
                .toList());
    }

    /** Whether a row has several partners, for its key is none. */
    private boolean isAmbiguous(Name pairs) {
        Record counted = statements
                .select(
                        field("count(gone) - count(distinct gone)", Long.class),
                        field("count(came) - count(distinct came)", Long.class))
                .from(table(pairs))
                .fetchSingle();
        return counted.get(0, Long.class) > 0 || counted.get(1, Long.class) > 0;
    }

    private Change change(Relation relation, Name live, Name made, Name pairs) {
        Record counted = statements
                .select(field("count(gone)", Long.class), field("count(came)", Long.class))
                .from(table(pairs))
                .fetchSingle();
        return new Change(
                relation,
                live,
                made,
                pairs,
                file(statements, live),
                counted.get(0, Long.class),
                counted.get(1, Long.class),
                statements.fetchCount(table(made)));
    }

    /** The number of the file in which the table's rows stand; another one when its rows were moved. */
    static long file(DSLContext statements, Name table) {
        return statements
                .select(field("pg_relation_filenode({0}::regclass)::bigint", Long.class, inline(table.toString())))
                .fetchSingle()
                .value1();
    }
}
