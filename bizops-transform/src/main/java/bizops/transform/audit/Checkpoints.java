package bizops.transform.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import bizops.transform.raw.RawTable;
import bizops.transform.schema.KeptMark;
import bizops.transform.staging.SequenceRange;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Which commits of loaders the builds of an environment have read: a set, not a greatest number, for a load that began
 * earlier may commit later. A checkpoint is taken by a build that was published; what a failed one noted does not count.
 * Owned by one thread.
 */
public final class Checkpoints {
    /** Where {@code target-postgres} notes its commits, whatever the environment. */
    private static final Name NOTED = name("bizops", "checkpoint");

    private static final String TAKE = """
            insert into {0} (build_id, checkpoint_id)
            select {2}, c.checkpoint_id
            from {3} c
            where not exists (
                select 1 from {0} t join {1} b on b.build_id = t.build_id
                where t.checkpoint_id = c.checkpoint_id and (b.status = 'published' or t.build_id = {2}))
            """;

    private static final String SINCE = """
            select count(t.checkpoint_id) as taken,
                count(*) filter (where t.checkpoint_id is null and c.is_rewrite) as rewrites,
                coalesce(min(c.least_sequence) filter (where t.checkpoint_id is null), 1) as least,
                coalesce(max(c.greatest_sequence) filter (where t.checkpoint_id is null), 0) as greatest
            from {2} c
            left join (
                select distinct k.checkpoint_id from {0} k join {1} b on b.build_id = k.build_id
                where b.status = 'published'
            ) t on t.checkpoint_id = c.checkpoint_id
            where c.schema_name = {3} and c.table_name = {4}
            """;

    private final String schema;

    /** @param schema of the log of builds */
    public Checkpoints(String schema) {
        this.schema = schema;
    }

    /** Makes what is missing, and forgets what failed builds have noted. */
    public void prepare(DSLContext statements) {
        statements
                .createTableIfNotExists(table())
                .column(field(name("build_id"), SQLDataType.BIGINT.notNull()))
                .column(field(name("checkpoint_id"), SQLDataType.BIGINT.notNull()))
                .constraint(DSL.primaryKey("checkpoint_id", "build_id"))
                .execute();
        statements
                .query(
                        "comment on table {0} is {1}",
                        table(),
                        DSL.inline(KeptMark.TEXT + ": the commits of loaders that each build was the first to read"))
                .execute();
        statements
                .query(
                        "delete from {0} t using {1} b where b.build_id = t.build_id and b.status <> 'published'",
                        table(), builds())
                .execute();
    }

    /** Notes those that a snapshot shows and that no published build has taken; inside of that snapshot. */
    public void take(DSLContext inside, long build) {
        if (isReadable(inside)) {
            inside.query(TAKE, table(), builds(), val(build), NOTED).execute();
        }
    }

    /**
     * The numbers of all rows of a raw table that were written or changed since the published build, and perhaps of some
     * others; inside of a snapshot. Empty when that cannot be told: no checkpoint of the table was taken, so that another
     * loader may write it, or a commit took rows out or wrote the table anew.
     */
    public Optional<SequenceRange> since(DSLContext inside, RawTable raw) {
        if (!isReadable(inside)) {
            return Optional.empty();
        }
        Record found = inside.resultQuery(SINCE, table(), builds(), NOTED, val(raw.schema()), val(raw.name()))
                .fetchSingle();
        if (found.get("taken", Long.class) == 0 || found.get("rewrites", Long.class) > 0) {
            return Optional.empty();
        }
        return Optional.of(new SequenceRange(found.get("least", Long.class), found.get("greatest", Long.class)));
    }

    private static boolean isReadable(DSLContext inside) {
        return inside.select(field(
                        "coalesce(has_table_privilege(to_regclass({0}), 'select'), false)",
                        Boolean.class, val(NOTED.toString())))
                .fetchSingle()
                .value1();
    }

    private Name table() {
        return name(schema, "build_checkpoint");
    }

    private Name builds() {
        return name(schema, "build");
    }
}
