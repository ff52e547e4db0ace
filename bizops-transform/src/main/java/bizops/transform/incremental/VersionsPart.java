package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.build.Built;
import bizops.transform.history.Standing;
import bizops.transform.history.VersionQuery;
import bizops.transform.model.HistoryModel;
import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Makes the versions of those records alone of which a source row is another than before. All others have the versions that
 * are kept: made anew from the same source row and from these, they come to be the same. Immutable.
 */
public record VersionsPart(DSLContext statements, Environment environment, Deltas deltas) implements Standing {
    private static final Name MADE = name(Temporary.SCHEMA, "rows made");
    private static final List<String> KEY = List.of("id", "valid_from");

    @Override
    public Optional<Built> of(HistoryModel model, Name kept, VersionQuery query) {
        Relation relation = new Relation(Layer.STAGING, model.versionTable());
        long started = System.nanoTime();
        long rows = deltas.rows(statements, relation);
        if (statements.fetchCount(DSL.table(kept)) != rows) {
            return Optional.empty();
        }
        if (model.inputs().stream().allMatch(deltas::isSame)) {
            deltas.same(relation);
            new Overlay(statements, environment).same(relation, deltas.shape(statements, relation));
            return Optional.of(new Built(relation, false, rows, 0, started, System.nanoTime()));
        }
        return model.narrow()
                .filter(narrow ->
                        model.inputs().stream().allMatch(input -> deltas.isSame(input) || narrow.tellsOf(input)))
                .map(narrow -> {
                    Change change = part(relation, narrow, kept, query);
                    return new Built(relation, false, change.total(), 0, started, System.nanoTime());
                });
    }

    private Change part(Relation relation, Narrow narrow, Name kept, VersionQuery query) {
        try (NarrowedInputs inputs = NarrowedInputs.of(statements, environment, deltas, narrow, PartBuild::noView)) {
            Condition isDirty = DirtyKeys.holds(NarrowedInputs.DIRTY, narrow.rows());
            statements
                    .query(
                            "create temporary table {0} as {1}",
                            MADE.unqualifiedName(),
                            query.of(
                                    inputs::schema,
                                    DSL.sql("(select \"the row\".* from {0} \"the row\" where {1})", kept, isDirty)))
                    .execute();
            Change change = new Differences(statements, environment, deltas).of(relation, MADE, KEY, isDirty);
            deltas.add(change);
            deltas.keyHeld(relation);
            new Overlay(statements, environment).lay(change);
            return change;
        } finally {
            Temporary.drop(statements, MADE);
        }
    }
}
