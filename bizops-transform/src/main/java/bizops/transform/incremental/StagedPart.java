package bizops.transform.incremental;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import bizops.transform.audit.Checkpoints;
import bizops.transform.build.Shortcut;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import bizops.transform.staging.RawCount;
import bizops.transform.staging.SequenceRange;
import bizops.transform.staging.StagingLoad;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Reads of a raw table the rows alone that the checkpoints since the published build have written, and lays them over the
 * published staging table. Where the two together have not as many rows as the raw table, somebody took rows out who
 * writes no checkpoints, and the whole table is read. Immutable.
 */
public record StagedPart(Environment environment, Deltas deltas, Checkpoints checkpoints) implements Shortcut {
    private static final Name MADE = name("pg_temp", "rows made");

    @Override
    public OptionalLong take(DSLContext inside, StagingLoad load, Optional<RawCount> raw, ZoneId zone) {
        Optional<SequenceRange> range = load.numbered().flatMap(table -> checkpoints.since(inside, table));
        if (range.isEmpty() || raw.isEmpty()) {
            return OptionalLong.empty();
        }
        Relation relation = new Relation(Layer.STAGING, load.table());
        try {
            inside.query(
                            "create temporary table {0} as {1}",
                            MADE.unqualifiedName(),
                            load.numbered(inside, environment.next(Layer.STAGING), zone, range.get()))
                    .execute();
            Change change =
                    new Differences(inside, environment, deltas).of(relation, MADE, load.key(), isNumbered(load));
            if (change.total() != raw.get().rows()) {
                inside.dropTable(change.rows()).execute();
                return OptionalLong.empty();
            }
            deltas.add(change);
            new Overlay(inside, environment).lay(change);
            return OptionalLong.of(change.total());
        } finally {
            Temporary.drop(inside, MADE);
        }
    }

    /** Whether a published row is one of those that were read. */
    private static Condition isNumbered(StagingLoad load) {
        Condition same = DSL.noCondition();
        for (String column : load.key()) {
            same = same.and(field(name("m", column), Object.class).eq(field(name("the row", column), Object.class)));
        }
        return exists(selectOne().from(table(MADE).as("m")).where(same));
    }
}
