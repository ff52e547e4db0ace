package bizops.transform.incremental;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import bizops.transform.model.Additive;
import bizops.transform.model.Model;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Makes the rows of a model of sums that are others than before: the published sums, plus what came to its inputs, minus
 * what is gone from them. Immutable.
 */
record Addition(DSLContext statements, Environment environment, Deltas deltas) {
    private static final Name CAME = name(Temporary.SCHEMA, "sums came");
    private static final Name GONE = name(Temporary.SCHEMA, "sums gone");
    private static final Name NET_SUMS = name(Temporary.SCHEMA, "sums net");
    private static final Name TOUCHED = name(Temporary.SCHEMA, "rows touched");
    private static final Name MADE = name(Temporary.SCHEMA, "rows made");

    private static final String NET = """
            create temporary table "sums net" as
            select {0}
            from (
                select {1} from {2} "the row"
                union all
                select {3} from {4} "the row"
            ) a
            group by {5}
            having {6}
            """;

    private static final String SUMS = """
            create temporary table "rows made" as
            select {0}, "the row".ctid as {1}
            from {2} n
            left join {3} "the row" on {4}
            """;

    /** A row whose count comes to 0 is none. */
    private static final String PAIRS = """
            create temporary table "row pairs" as
            select m.{0} as gone, case when m.{1} <> 0 then m.ctid end as came
            from {2} m
            where m.{0} is not null or m.{1} <> 0
            """;

    /** Whether the model can be made so: what it adds up has changed by known rows, and nothing else has changed. */
    static boolean isFor(Model model, Additive additive, Deltas deltas) {
        return model.statement().inputs().stream()
                .allMatch(input -> deltas.isSame(input)
                        || (additive.inputs().contains(input)
                                && deltas.change(input).isPresent()));
    }

    /** @param key columns that name a row and are never null; none where the model says by what it groups */
    Change of(Model model, Additive additive, List<String> key) {
        Relation relation = model.relation();
        List<String> groups = additive.groups().isEmpty() ? key : additive.groups();
        try {
            additive.by().ifPresent(by -> touched(additive, by));
            part(model, additive, CAME, true);
            part(model, additive, GONE, false);
            Shape shape = deltas.shape(statements, relation);
            statements
                    .query(
                            NET,
                            sums(shape, groups),
                            shape.under("the row"),
                            CAME,
                            negative(shape, groups),
                            GONE,
                            names(groups),
                            isAny(shape, groups))
                    .execute();
            statements.query("analyze {0} ({1})", NET_SUMS, names(groups)).execute();
            statements
                    .query(
                            SUMS,
                            together(shape, groups),
                            name(Change.GONE),
                            NET_SUMS,
                            deltas.live(relation),
                            additive.groups().isEmpty()
                                    ? DirtyKeys.same("n", "the row", groups)
                                    : DirtyKeys.sameWithNulls("n", "the row", groups))
                    .execute();
            statements
                    .query(PAIRS, name(Change.GONE), name(additive.count()), MADE)
                    .execute();
            return new Differences(statements, environment, deltas).ofPairs(relation, MADE, key);
        } finally {
            Stream.of(CAME, GONE, NET_SUMS, MADE, TOUCHED, Differences.PAIRS)
                    .forEach(table -> Temporary.drop(statements, table));
        }
    }

    /** The values to which the rows belong that the inputs gained or lost. */
    private void touched(Additive additive, String by) {
        List<QueryPart> changes = additive.inputs().stream()
                .filter(input -> deltas.change(input).isPresent())
                .<QueryPart>map(input -> DSL.sql(
                        "select c.{0} from {1} c", name(by), name(environment.change(input.layer()), input.name())))
                .toList();
        String union = IntStream.range(0, changes.size())
                .mapToObj(i -> "{" + (i + 1) + "}")
                .collect(Collectors.joining(" union "));
        List<QueryPart> parts = new ArrayList<>(List.of(TOUCHED.unqualifiedName()));
        parts.addAll(changes);
        statements
                .query("create temporary table {0} as " + union, parts.toArray(QueryPart[]::new))
                .execute();
        statements.query("analyze {0}", TOUCHED).execute();
    }

    /** What the model makes of the rows that its inputs gained, or of those that they lost. */
    private void part(Model model, Additive additive, Name made, boolean isToBe) {
        try {
            additive.inputs()
                    .forEach(input -> statements
                            .query(
                                    "create temporary table {0} as {1}",
                                    name(input.name()), rows(input, additive, isToBe))
                            .execute());
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            made.unqualifiedName(),
                            DSL.raw(model.statement()
                                    .textIn(
                                            one -> additive.inputs().contains(one)
                                                    ? Temporary.SCHEMA
                                                    : environment.next(one.layer()),
                                            environment::change)))
                    .execute();
        } finally {
            additive.inputs().forEach(input -> Temporary.drop(statements, name(Temporary.SCHEMA, input.name())));
        }
    }

    private QueryPart rows(Relation input, Additive additive, boolean isToBe) {
        if (additive.by().isPresent()) {
            Condition isTouched = DirtyKeys.holds(TOUCHED, List.of(additive.by().get()));
            InputRows rows = new InputRows(statements, environment, deltas);
            return isToBe ? rows.asTheyWillBe(input, isTouched) : rows.asTheyWere(input, isTouched);
        }
        if (deltas.change(input).isPresent()) {
            return DSL.sql(
                    "select {0} from {1} r where r.{2} {3}",
                    deltas.shape(statements, input).under("r"),
                    name(environment.change(input.layer()), input.name()),
                    name(Change.GONE),
                    DSL.raw(isToBe ? "is null" : "is not null"));
        }
        return DSL.sql("select * from {0} limit 0", name(environment.next(input.layer()), input.name()));
    }

    private static QueryPart names(List<String> columns) {
        return DSL.list(columns.stream().map(column -> field(name(column))).toList());
    }

    private static QueryPart sums(Shape shape, List<String> key) {
        return each(shape, key, (column, type) -> DSL.sql("sum({0})::{1} as {0}", name(column), DSL.raw(type)));
    }

    /** Sums as SQL has them: what is null adds nothing, and there is no sum of nulls alone. */
    private static QueryPart together(Shape shape, List<String> key) {
        return DSL.list(IntStream.range(0, shape.columns().size())
                .<QueryPart>mapToObj(i -> {
                    String column = shape.columns().get(i);
                    return key.contains(column)
                            ? DSL.sql("n.{0} as {0}", name(column))
                            : DSL.sql(
                                    "coalesce(\"the row\".{0} + n.{0}, \"the row\".{0}, n.{0})::{1} as {0}",
                                    name(column), DSL.raw(shape.types().get(i)));
                })
                .toList());
    }

    /** Whether something is left of what came and what is gone. */
    private static Condition isAny(Shape shape, List<String> key) {
        return DSL.or(shape.columns().stream()
                .filter(column -> !key.contains(column))
                .map(column -> DSL.condition("sum({0}) <> 0", name(column)))
                .toList());
    }

    private static QueryPart negative(Shape shape, List<String> key) {
        return each(shape, key, (column, type) -> DSL.sql("- {0}", name(column)));
    }

    private interface Sum {
        QueryPart of(String column, String type);
    }

    private static QueryPart each(Shape shape, List<String> key, Sum sum) {
        List<QueryPart> parts = IntStream.range(0, shape.columns().size())
                .mapToObj(i -> key.contains(shape.columns().get(i))
                        ? field(name(shape.columns().get(i)))
                        : sum.of(shape.columns().get(i), shape.types().get(i)))
                .toList();
        return DSL.list(parts);
    }
}
