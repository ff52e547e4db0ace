package bizops.transform.incremental;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Finds the rows by which a published table differs from rows that a build has made, in one join of the two. Rows are
 * compared byte by byte: one that is equal and only written otherwise is taken for another, which does no harm. A name of
 * a whole row has a blank in it, for it must not be that of a column. Immutable.
 */
record Differences(DSLContext statements, Environment environment, Deltas deltas) {
    /** Which row is to go for which one that is to come: places {@code gone} and {@code came}, one of which may be null. */
    static final Name PAIRS = name("pg_temp", "row pairs");

    private static final String BY_KEY = """
            create temporary table "row pairs" as
            select l.place as gone, n.place as came
            from (select "the row".ctid as place, "the row" as whole, {3} from {0} "the row" where {2}) l
            full join (select "the row".ctid as place, "the row" as whole, {3} from {1} "the row") n on {4}
            where l.place is null or n.place is null or not (l.whole *= n.whole)
            """;

    /** Rows that no key tells apart: the first of equal ones goes with the first, the second with the second. */
    private static final String BY_ROW = """
            create temporary table "row pairs" as
            with l as (
                select x.place, x.hash, row_number() over (partition by x.hash order by x.place) as nth
                from (
                    select "the row".ctid as place, hash_record_extended("the row", 0) as hash from {0} "the row" where {2}
                ) x
            ),
            n as (
                select x.place, x.hash, row_number() over (partition by x.hash order by x.place) as nth
                from (select "the row".ctid as place, hash_record_extended("the row", 0) as hash from {1} "the row") x
            )
            select l.place as gone, n.place as came
            from l
            full join n on n.hash = l.hash and n.nth = l.nth
            where l.place is null or n.place is null
            """;

    private static final String ROWS = """
            create table {0} as
            select r.ctid as {1}, {2}
            from {3} r
            where r.ctid = any (array(select p.gone from {5} p where p.gone is not null))
            union all
            select null, {2}
            from {4} r
            where r.ctid = any (array(select p.came from {5} p where p.came is not null))
            """;

    /** Of a whole table that stands aside. */
    Change of(Relation relation, List<String> key) {
        return of(relation, name(environment.next(relation.layer()), relation.name()), key, DSL.trueCondition());
    }

    /**
     * Of some rows.
     *
     * @param made the rows to be
     * @param key columns that name a row and are never null; none where nothing does
     * @param part which of the published rows they stand for, over the alias {@code "the row"}
     * @throws Unfit when the published table has other columns, or the key is none
     */
    Change of(Relation relation, Name made, List<String> key, Condition part) {
        Name live = name(environment.live(relation.layer()), relation.name());
        if (!deltas.shape(statements, relation).equals(Shape.of(statements, made))) {
            throw new Unfit(relation + " has other columns than before");
        }
        try {
            if (key.isEmpty()) {
                statements.query(BY_ROW, live, made, part).execute();
            } else {
                statements
                        .query(BY_KEY, live, made, part, keys(key), sameKey(key.size()))
                        .execute();
            }
            return ofPairs(relation, made, key);
        } finally {
            Temporary.drop(statements, PAIRS);
        }
    }

    /**
     * Of the rows that {@link #PAIRS} tells.
     *
     * @param made where those stand that are to come
     */
    Change ofPairs(Relation relation, Name made, List<String> key) {
        Name live = name(environment.live(relation.layer()), relation.name());
        Name rows = name(environment.change(relation.layer()), relation.name());
        Shape shape = deltas.shape(statements, relation);
        Record counted = statements
                .select(
                        field("count(gone)", Long.class),
                        field("count(came)", Long.class),
                        field("count(distinct gone)", Long.class),
                        field("count(distinct came)", Long.class))
                .from(table(PAIRS))
                .fetchSingle();
        long gone = counted.get(0, Long.class);
        long came = counted.get(1, Long.class);
        if (gone != counted.get(2, Long.class) || came != counted.get(3, Long.class)) {
            throw new Unfit("the key of " + relation + " names several rows");
        }
        statements
                .query(ROWS, rows, name(Change.GONE), shape.under("r"), live, made, PAIRS)
                .execute();
        analyze(rows, key);
        long total = deltas.rows(statements, relation) + came - gone;
        return new Change(relation, live, rows, file(statements, live), gone, came, total, shape);
    }

    /** By the columns that such rows are joined by; nobody else analyzes them. */
    private void analyze(Name rows, List<String> key) {
        List<Name> columns = new ArrayList<>(key.stream().map(DSL::name).toList());
        columns.add(name(Change.GONE));
        statements.query("analyze {0} ({1})", rows, DSL.list(columns)).execute();
    }

    private static QueryPart keys(List<String> key) {
        List<QueryPart> keys = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            keys.add(DSL.sql("{0} as {1}", name("the row", key.get(i)), name("key " + i)));
        }
        return DSL.list(keys);
    }

    private static Condition sameKey(int size) {
        Condition same = DSL.noCondition();
        for (int i = 0; i < size; i++) {
            same = same.and(field(name("n", "key " + i), Object.class).eq(field(name("l", "key " + i), Object.class)));
        }
        return same;
    }

    /** The number of the file in which the table's rows stand; another one when its rows were moved. */
    static long file(DSLContext statements, Name table) {
        return statements
                .select(field("pg_relation_filenode({0}::regclass)::bigint", Long.class, inline(table.toString())))
                .fetchSingle()
                .value1();
    }
}
