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
import org.jooq.DSLContext;
import org.jooq.Name;
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
        InputRows rows = new InputRows(statements, environment, deltas);
        narrow.inputs().forEach((input, columns) -> {
            Name part = name(Temporary.SCHEMA, input.name());
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            part.unqualifiedName(), rows.asTheyWillBe(input, DirtyKeys.holds(DIRTY, columns)))
                    .execute();
            statements
                    .query(
                            "analyze {0} ({1})",
                            part, DSL.list(columns.stream().map(DSL::name).toList()))
                    .execute();
        });
    }

    @Override
    public String text(Statement statement) {
        return statement.textIn(this::schema, environment::change);
    }

    /** Where the rows of dirty keys stand of a relation, or all of them. */
    String schema(Relation relation) {
        return narrow.inputs().containsKey(relation) || narrow.through().contains(relation)
                ? Temporary.SCHEMA
                : environment.next(relation.layer());
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
