package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.model.Model;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.staging.RejectCount;
import bizops.transform.staging.StagingLoad;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Makes one relation in the schemas aside. Immutable. */
public record ModelBuild(Environment environment) {

    /** A staging table and what could not be read into it. */
    public record Staged(Built built, List<RejectCount> rejects) {}

    /** Fills a staging table from raw. */
    public Staged stage(Connection connection, StagingLoad load, String snapshot, ZoneId zone) {
        Relation relation = new Relation(bizops.transform.schema.Layer.STAGING, load.table());
        String schema = environment.next(relation.layer());
        long started = System.nanoTime();
        DSLContext statements = Database.statements(connection);
        try {
            List<RejectCount> rejects = Snapshot.read(connection, snapshot, () -> {
                load.create(statements, schema, zone);
                return load.rejects(statements, schema, zone);
            });
            return new Staged(finished(statements, relation, false, started), rejects);
        } catch (DataAccessException failure) {
            throw SqlFailure.of("staging." + load.table(), failure);
        }
    }

    /** Makes the model's table or view, its indexes and comments. */
    public Built build(Connection connection, Model model) {
        long started = System.nanoTime();
        DSLContext statements = Database.statements(connection);
        Name relation = name(
                environment.next(model.relation().layer()), model.relation().name());
        try {
            make(statements, model, relation);
            if (!model.isView()) {
                index(statements, model, relation);
            }
            comment(statements, model, relation);
            return finished(statements, model.relation(), model.isView(), started);
        } catch (DataAccessException failure) {
            throw SqlFailure.of("model " + model.relation(), failure);
        }
    }

    private void make(DSLContext statements, Model model, Name relation) {
        SQL query = model.statement().in(environment::next);
        if (model.computation().isPresent()) {
            Computations.make(statements, model.computation().get(), relation, query);
        } else {
            statements
                    .query(model.isView() ? "create view {0} as {1}" : "create table {0} as {1}", relation, query)
                    .execute();
        }
    }

    private static void index(DSLContext statements, Model model, Name relation) {
        if (!model.key().isEmpty()) {
            statements
                    .createIndex()
                    .on(
                            table(relation),
                            model.key().stream()
                                    .map(column -> field(name(column)))
                                    .toList())
                    .execute();
        }
        for (List<String> columns : model.indexes()) {
            statements
                    .createIndex()
                    .on(
                            table(relation),
                            columns.stream().map(column -> field(name(column))).toList())
                    .execute();
        }
    }

    private static void comment(DSLContext statements, Model model, Name relation) {
        Set<String> existing = statements
                .select()
                .from(table(relation))
                .limit(0)
                .fetch()
                .fieldStream()
                .map(column -> column.getName())
                .collect(Collectors.toSet());
        String kind = model.isView() ? "view" : "table";
        statements
                .query("comment on {0} {1} is {2}", DSL.keyword(kind), relation, DSL.inline("A row: " + model.grain()))
                .execute();
        model.comments().forEach((column, text) -> {
            if (existing.contains(column)) {
                statements
                        .query("comment on column {0} is {1}", relation.append(name(column)), DSL.inline(text))
                        .execute();
            }
        });
    }

    private Built finished(DSLContext statements, Relation relation, boolean isView, long started) {
        Name place = name(environment.next(relation.layer()), relation.name());
        long rows = 0;
        if (!isView) {
            statements.query("analyze {0}", place).execute();
            rows = statements.fetchCount(table(place));
        }
        return new Built(relation, isView, rows, started, System.nanoTime());
    }
}
