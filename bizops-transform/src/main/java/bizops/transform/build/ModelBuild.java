package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.model.Model;
import bizops.transform.model.Relation;
import bizops.transform.schema.Engine;
import bizops.transform.schema.Environment;
import bizops.transform.staging.RawCount;
import bizops.transform.staging.RejectCount;
import bizops.transform.staging.StagingLoad;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;

/**
 * Makes one relation in the schemas aside. Immutable.
 *
 * @param isBare whether its rows alone are wanted, without keys, indexes and comments
 */
public record ModelBuild(Environment environment, Engine engine, boolean isBare) implements Maker {

    private static final String COUNTED = """
            select a.attname::text
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            where a.attrelid = {0}::regclass and a.attnum > 0 and not a.attisdropped
                and t.typcategory <> 'A' and t.typname <> 'numeric'
            order by a.attnum
            """;

    /** A staging table, what could not be read into it, and what its raw table holds. */
    public record Staged(Built built, List<RejectCount> rejects, Optional<RawCount> raw) {}

    private record Read(List<RejectCount> rejects, Optional<RawCount> raw, OptionalLong standing) {}

    /**
     * Fills a staging table from raw.
     *
     * @param shortcut what may make it otherwise
     */
    public Staged stage(Connection connection, StagingLoad load, String snapshot, ZoneId zone, Shortcut shortcut) {
        Relation relation = new Relation(bizops.transform.schema.Layer.STAGING, load.table());
        String schema = environment.next(relation.layer());
        long started = System.nanoTime();
        DSLContext statements = Database.statements(connection);
        try {
            Read read = Snapshot.read(connection, snapshot, () -> {
                Optional<RawCount> raw = load.count(statements, schema, zone);
                OptionalLong standing = shortcut.take(statements, load, raw, zone);
                if (standing.isEmpty()) {
                    fill(statements, load, schema, zone);
                }
                return new Read(load.rejects(statements, schema, zone), raw, standing);
            });
            Built built = read.standing().isPresent()
                    ? new Built(relation, false, read.standing().getAsLong(), 0, started, System.nanoTime())
                    : finished(statements, relation, false, started);
            return new Staged(built, read.rejects(), read.raw());
        } catch (DataAccessException failure) {
            throw SqlFailure.of("staging." + load.table(), failure);
        }
    }

    private void fill(DSLContext statements, StagingLoad load, String schema, ZoneId zone) {
        load.create(statements, schema, zone);
        if (!isBare) {
            new Comments(statements).write(name(schema, load.table()), false, load.comment(), load.columnComments());
        }
    }

    /** Makes the model's table or view, its key, indexes and comments. */
    @Override
    public Built build(Connection connection, Model model) {
        long started = System.nanoTime();
        DSLContext statements = Database.statements(connection);
        Name relation = name(
                environment.next(model.relation().layer()), model.relation().name());
        try {
            create(statements, relation, model);
            if (!model.isView() && !isBare) {
                new Keys(statements).declare(relation, model, key(model));
            }
            if (!isBare) {
                new Comments(statements).write(relation, model.isView(), "A row: " + model.grain(), model.comments());
            }
            return finished(statements, model.relation(), model.isView(), started);
        } catch (DataAccessException failure) {
            throw SqlFailure.of(
                    model.statement()
                            .failedAt(environment::next, query -> SqlFailure.line(query, failure))
                            .orElse("model " + model.relation()),
                    failure);
        }
    }

    private void create(DSLContext statements, Name relation, Model model) {
        SQL query = model.statement().in(environment::next);
        if (model.isView()) {
            statements.query("create view {0} as {1}", relation, query).execute();
        } else if (model.computation().isPresent()) {
            Computations.make(statements, model.computation().get(), relation, query);
            if (engine == Engine.CITUS) {
                new Citus(statements).spread(relation, model);
            }
        } else if (engine == Engine.CITUS) {
            new Citus(statements).create(relation, model, query);
        } else {
            statements.query("create table {0} as {1}", relation, query).execute();
        }
    }

    private List<String> key(Model model) {
        return engine == Engine.CITUS ? model.distributedKey() : model.key();
    }

    /** Analyzes and counts a relation that stands. */
    public Built finished(DSLContext statements, Relation relation, boolean isView, long started) {
        Name place = name(environment.next(relation.layer()), relation.name());
        long rows = 0;
        long bytes = 0;
        if (!isView) {
            analyze(statements, place);
            rows = statements.fetchCount(table(place));
            bytes = statements
                    .select(function(
                            "pg_total_relation_size", Long.class, field("{0}::regclass", inline(place.toString()))))
                    .fetchSingle()
                    .value1();
        }
        return new Built(relation, isView, rows, bytes, started, System.nanoTime());
    }

    /**
     * Counts the values of columns for the planner. Nobody joins or groups by decimals and lists, and they take longest to
     * sort: they are left to the server's own autovacuum.
     */
    private static void analyze(DSLContext statements, Name table) {
        List<Name> columns = statements
                .resultQuery(COUNTED, inline(table.toString()))
                .fetch(column -> name(column.get(0, String.class)));
        if (columns.isEmpty()) {
            statements.query("analyze {0}", table).execute();
        } else {
            statements.query("analyze {0} ({1})", table, list(columns)).execute();
        }
    }
}
