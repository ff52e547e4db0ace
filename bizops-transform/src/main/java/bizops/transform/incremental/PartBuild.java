package bizops.transform.incremental;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import bizops.transform.build.Built;
import bizops.transform.build.Maker;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.model.Model;
import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Makes of each relation no more than what may have changed, and finds by which rows it differs from the published one.
 * In the schemas aside every relation stands as it is to be: one without changes as a view of the published table, one
 * made for some keys as a view of the published table but for the rows that differ. Immutable.
 *
 * @param whole makes a relation as a full build does
 * @param keys columns that name a row and are never null, of those tables that have such
 */
public record PartBuild(Maker whole, Environment environment, Deltas deltas, Map<Relation, List<String>> keys)
        implements Maker {
    private static final Name DIRTY = name(Temporary.SCHEMA, "dirty keys");
    private static final Name MADE = name(Temporary.SCHEMA, "rows made");

    @Override
    public Built build(Connection connection, Model model) {
        long started = System.nanoTime();
        DSLContext statements = Database.statements(connection);
        Relation relation = model.relation();
        boolean isSame = model.statement().inputs().stream().allMatch(deltas::isSame);
        try {
            if (model.isView()) {
                Built built = whole.build(connection, model);
                if (isSame) {
                    deltas.same(relation);
                }
                return built;
            }
            if (isSame) {
                deltas.same(relation);
                Shape shape = Shape.of(statements, deltas.live(relation));
                statements
                        .query(
                                "create view {0} as select {1} from {2} r",
                                next(relation), shape.under("r"), deltas.live(relation))
                        .execute();
                empty(statements, relation, shape);
                return standing(statements, relation, deltas.rows(statements, relation), started);
            }
            if (isNarrow(model)) {
                Change change = narrowed(statements, model, model.narrow().orElseThrow());
                return standing(statements, relation, change.total(), started);
            }
            if (isAdditive(model)) {
                Change change = added(statements, model);
                return standing(statements, relation, change.total(), started);
            }
            Built built = whole.build(connection, model);
            deltas.add(new Differences(statements, environment, deltas)
                    .of(relation, keys.getOrDefault(relation, List.of())));
            return new Built(relation, false, built.rows(), built.bytes(), started, System.nanoTime());
        } catch (DataAccessException failure) {
            throw SqlFailure.of("model " + relation, failure);
        }
    }

    /** Whether the dirty keys tell of all that has changed in what the model reads. */
    private boolean isNarrow(Model model) {
        return model.narrow()
                .filter(narrow -> model.statement().inputs().stream()
                        .allMatch(input -> deltas.isSame(input) || narrow.tellsOf(input)))
                .isPresent();
    }

    private boolean isAdditive(Model model) {
        return keys.containsKey(model.relation())
                && model.additive()
                        .filter(additive -> Addition.isFor(model, additive, deltas))
                        .isPresent();
    }

    private Change added(DSLContext statements, Model model) {
        List<String> key = keys.getOrDefault(model.relation(), List.of());
        Change change = new Addition(statements, environment, deltas)
                .of(model, model.additive().orElseThrow(), key);
        deltas.add(change);
        deltas.keyHeld(model.relation());
        new Overlay(statements, environment).lay(change);
        return change;
    }

    private Change narrowed(DSLContext statements, Model model, Narrow narrow) {
        Relation relation = model.relation();
        Set<Relation> inputs = narrow.inputs().keySet();
        try {
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
                                "create temporary table {0} as select \"the row\".* from {1} \"the row\" where {2}",
                                part.unqualifiedName(), next(input), DirtyKeys.holds(DIRTY, columns))
                        .execute();
                statements.query("analyze {0}", part).execute();
            });
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            MADE.unqualifiedName(),
                            DSL.raw(model.statement()
                                    .textIn(
                                            one -> inputs.contains(one)
                                                    ? Temporary.SCHEMA
                                                    : environment.next(one.layer()),
                                            environment::change)))
                    .execute();
            List<String> key = keys.getOrDefault(relation, List.of());
            refuseDoubles(statements, relation, key);
            Change change = new Differences(statements, environment, deltas)
                    .of(relation, MADE, key, DirtyKeys.holds(DIRTY, narrow.rows()));
            deltas.add(change);
            if (!key.isEmpty()) {
                deltas.keyHeld(relation);
            }
            new Overlay(statements, environment).lay(change);
            return change;
        } finally {
            Temporary.drop(statements, DIRTY);
            Temporary.drop(statements, MADE);
            inputs.forEach(input -> Temporary.drop(statements, name(Temporary.SCHEMA, input.name())));
        }
    }

    /** A table without rows, for those who ask for the changes of a relation that has none. */
    private void empty(DSLContext statements, Relation relation, Shape shape) {
        statements
                .query(
                        "create table {0} as select null::tid as {1}, {2} from {3} r limit 0",
                        name(environment.change(relation.layer()), relation.name()),
                        name(Change.GONE),
                        shape.under("r"),
                        deltas.live(relation))
                .execute();
    }

    /** A row that stands twice would be found once only where the two are laid over the published table. */
    private static void refuseDoubles(DSLContext statements, Relation relation, List<String> key) {
        if (!key.isEmpty()
                && statements.fetchExists(selectOne()
                        .from(table(MADE))
                        .groupBy(key.stream().map(column -> field(name(column))).toList())
                        .having(DSL.count().gt(1)))) {
            throw new Unfit("the key of " + relation + " occurs twice");
        }
    }

    private Name next(Relation relation) {
        return name(environment.next(relation.layer()), relation.name());
    }

    /** As the published table stands, and will have so many rows. */
    private Built standing(DSLContext statements, Relation relation, long rows, long started) {
        long bytes = statements
                .select(field(
                        "pg_total_relation_size({0}::regclass)",
                        Long.class, DSL.inline(deltas.live(relation).toString())))
                .fetchSingle()
                .value1();
        return new Built(relation, false, rows, bytes, started, System.nanoTime());
    }
}
