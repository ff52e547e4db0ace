package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.audit.Fresh;
import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import bizops.transform.schema.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** The rows of dirty keys alone, as temporary tables in place of the relations that a statement reads. Owned by one thread. */
final class NarrowedInputs implements Fresh.Part {
    /** The dirty keys. */
    static final Name DIRTY = name(Temporary.SCHEMA, "dirty keys");

    private final DSLContext statements;
    private final Environment environment;
    private final Deltas deltas;
    private final Narrow narrow;

    private NarrowedInputs(DSLContext statements, Environment environment, Deltas deltas, Narrow narrow) {
        this.statements = statements;
        this.environment = environment;
        this.deltas = deltas;
        this.narrow = narrow;
    }

    /**
     * Makes them; whoever calls closes them.
     *
     * @param views the statements of views
     */
    static NarrowedInputs of(
            DSLContext statements,
            Environment environment,
            Deltas deltas,
            Narrow narrow,
            Function<Relation, Statement> views) {
        NarrowedInputs made = new NarrowedInputs(statements, environment, deltas, narrow);
        try {
            made.fill();
            for (Relation view : narrow.through()) {
                statements
                        .query(
                                "create temporary view {0} as {1}",
                                name(view.name()), DSL.raw(made.text(views.apply(view))))
                        .execute();
            }
        } catch (RuntimeException failed) {
            made.close();
            throw failed;
        }
        return made;
    }

    private void fill() {
        statements
                .query(
                        "create temporary table {0} as {1}",
                        DIRTY.unqualifiedName(),
                        DSL.raw(narrow.dirty().textIn(one -> environment.next(one.layer()), environment::change)))
                .execute();
        statements.query("analyze {0}", DIRTY).execute();
        narrow.inputs().forEach((input, columns) -> {
            Name part = name(Temporary.SCHEMA, input.name());
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            part.unqualifiedName(), rows(input, DirtyKeys.holds(DIRTY, columns)))
                    .execute();
            statements
                    .query(
                            "analyze {0} ({1})",
                            part, DSL.list(columns.stream().map(DSL::name).toList()))
                    .execute();
        });
    }

    /**
     * The rows of an input as it is to be. Where it is known how they differ, they are asked of the published table, whose
     * indexes a view over it and its changes would hide.
     */
    private QueryPart rows(Relation input, Condition isDirty) {
        Name live = deltas.live(input);
        if (deltas.change(input).isEmpty()) {
            Name next = name(environment.next(input.layer()), input.name());
            return DSL.sql("select \"the row\".* from {0} \"the row\" where {1}", next, isDirty);
        }
        return DSL.sql(
                "select {0} from {1} \"the row\" where {2} and not exists"
                        + " (select 1 from {3} g where g.{4} = \"the row\".ctid)"
                        + " union all select {0} from {3} \"the row\" where {2} and \"the row\".{4} is null",
                Shape.of(statements, live).under("the row"),
                live,
                isDirty,
                name(environment.change(input.layer()), input.name()),
                name(Change.GONE));
    }

    @Override
    public String text(Statement statement) {
        return statement.textIn(
                one -> narrow.inputs().containsKey(one) || narrow.through().contains(one)
                        ? Temporary.SCHEMA
                        : environment.next(one.layer()),
                environment::change);
    }

    @Override
    public void close() {
        List<Relation> views = new ArrayList<>(narrow.through());
        Collections.reverse(views);
        views.forEach(view -> Temporary.dropView(statements, name(Temporary.SCHEMA, view.name())));
        Temporary.drop(statements, DIRTY);
        narrow.inputs().keySet().forEach(input -> Temporary.drop(statements, name(Temporary.SCHEMA, input.name())));
    }
}
