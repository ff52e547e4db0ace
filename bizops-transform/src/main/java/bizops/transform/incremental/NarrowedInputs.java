package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.audit.Fresh;
import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import bizops.transform.schema.Environment;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;

/** The rows of dirty keys alone, as temporary tables in place of the relations that a statement reads. Owned by one thread. */
final class NarrowedInputs implements Fresh.Part {
    /** The dirty keys. */
    static final Name DIRTY = name(Temporary.SCHEMA, "dirty keys");

    private final DSLContext statements;
    private final Environment environment;
    private final Set<Relation> inputs;

    private NarrowedInputs(DSLContext statements, Environment environment, Set<Relation> inputs) {
        this.statements = statements;
        this.environment = environment;
        this.inputs = inputs;
    }

    /** Makes them; whoever calls closes them. */
    static NarrowedInputs of(DSLContext statements, Environment environment, Narrow narrow) {
        NarrowedInputs made =
                new NarrowedInputs(statements, environment, narrow.inputs().keySet());
        try {
            made.fill(narrow);
        } catch (RuntimeException failed) {
            made.close();
            throw failed;
        }
        return made;
    }

    private void fill(Narrow narrow) {
        statements
                .query(
                        "create temporary table {0} as {1}",
                        DIRTY.unqualifiedName(),
                        org.jooq.impl.DSL.raw(
                                narrow.dirty().textIn(one -> environment.next(one.layer()), environment::change)))
                .execute();
        statements.query("analyze {0}", DIRTY).execute();
        narrow.inputs().forEach((input, columns) -> {
            Name part = name(Temporary.SCHEMA, input.name());
            statements
                    .query(
                            "create temporary table {0} as select \"the row\".* from {1} \"the row\" where {2}",
                            part.unqualifiedName(),
                            name(environment.next(input.layer()), input.name()),
                            DirtyKeys.holds(DIRTY, columns))
                    .execute();
            statements.query("analyze {0}", part).execute();
        });
    }

    @Override
    public String text(Statement statement) {
        return statement.textIn(
                one -> inputs.contains(one) ? Temporary.SCHEMA : environment.next(one.layer()), environment::change);
    }

    @Override
    public void close() {
        Temporary.drop(statements, DIRTY);
        inputs.forEach(input -> Temporary.drop(statements, name(Temporary.SCHEMA, input.name())));
    }
}
