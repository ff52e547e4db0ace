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
import bizops.transform.model.Statement;
import bizops.transform.schema.Environment;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
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
                new Overlay(statements, environment).same(relation, deltas.shape(statements, relation));
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

    private boolean isNarrow(Model model) {
        return model.narrow()
                .filter(narrow -> deltas.isTold(model.statement(), narrow))
                .isPresent();
    }

    private boolean isAdditive(Model model) {
        return model.additive()
                .filter(additive ->
                        keys.containsKey(model.relation()) || !additive.groups().isEmpty())
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
        try (NarrowedInputs inputs = NarrowedInputs.of(statements, environment, deltas, narrow, PartBuild::noView)) {
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            MADE.unqualifiedName(), DSL.raw(inputs.text(model.statement())))
                    .execute();
            List<String> key = keys.getOrDefault(relation, List.of());
            refuseDoubles(statements, relation, key);
            Change change = new Differences(statements, environment, deltas)
                    .of(relation, MADE, key, DirtyKeys.holds(NarrowedInputs.DIRTY, narrow.rows()));
            deltas.add(change);
            if (!key.isEmpty()) {
                deltas.keyHeld(relation);
            }
            new Overlay(statements, environment).lay(change);
            return change;
        } finally {
            Temporary.drop(statements, MADE);
        }
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

    static Statement noView(Relation view) {
        throw new IllegalStateException("a model is narrowed through tables, not through the view " + view);
    }
}
