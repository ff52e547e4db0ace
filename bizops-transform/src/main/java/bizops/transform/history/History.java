package bizops.transform.history;

import static org.jooq.impl.DSL.name;

import bizops.transform.build.Built;
import bizops.transform.build.ModelBuild;
import bizops.transform.connect.SqlFailure;
import bizops.transform.model.HistoryModel;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The versions of opportunities, accounts, users, leads and campaigns. They are computed beside a build, so that its
 * models read them as they will be, and are kept when it is published. Owned by one thread.
 */
public final class History {
    private final Environment environment;
    private final List<HistoryModel> models = HistoryModel.all();

    public History(Environment environment) {
        this.environment = environment;
    }

    /** The staging tables that {@link #build} fills. */
    public static Stream<String> tables() {
        return HistoryModel.all().stream().map(HistoryModel::versionTable);
    }

    /**
     * Makes the tables that hold the versions, where they are missing.
     *
     * @return whether PostgreSQL itself refuses versions of one record that overlap
     */
    public boolean prepare(DSLContext statements) {
        return new HistoryTables(statements, environment.history()).prepare(models);
    }

    /**
     * Fills the staging tables of versions, behind the other staging tables.
     *
     * @param standing what lets a table stand as it is published, where it can
     */
    public List<Built> build(DSLContext statements, ModelBuild builder, Standing standing) {
        List<Built> built = new ArrayList<>();
        for (HistoryModel model : models) {
            long started = System.nanoTime();
            try {
                Versions versions = new Versions(statements, environment, model);
                Optional<Built> stands =
                        standing.of(model, name(environment.history(), model.entity()), versions::part);
                if (stands.isPresent()) {
                    built.add(stands.get());
                    continue;
                }
                versions.create();
                Relation relation = new Relation(Layer.STAGING, model.versionTable());
                built.add(builder.finished(statements, relation, false, started));
            } catch (DataAccessException failure) {
                throw SqlFailure.of("versions of " + model.entity(), failure);
            }
        }
        return List.copyOf(built);
    }

    /**
     * Keeps what {@link #build} has found; in the transaction that publishes.
     *
     * @param isKept whether a staging table of versions has none that is not kept yet
     * @param changed the table of the versions that came or are gone, where all others are known to be kept
     */
    public void keep(DSLContext inside, Predicate<Relation> isKept, Function<Relation, Optional<Name>> changed) {
        for (HistoryModel model : models) {
            Relation relation = new Relation(Layer.STAGING, model.versionTable());
            if (isKept.test(relation)) {
                continue;
            }
            Name kept = name(environment.history(), model.entity());
            Name all = name(environment.next(Layer.STAGING), model.versionTable());
            QueryPart isConcerned = changed.apply(relation)
                    .<QueryPart>map(rows -> DSL.sql("id in (select c.id from {0} c)", rows))
                    .orElse(DSL.trueCondition());
            QueryPart found = DSL.sql("(select * from {0} where {1})", all, isConcerned);
            tellMore(inside, model, kept, found);
            inside.query(
                            "delete from {0} h where {2} and not exists (select 1 from {1} v"
                                    + " where v.id = h.id and v.valid_from = h.valid_from and v.row_hash = h.row_hash)",
                            kept, found, isConcerned)
                    .execute();
            inside.query(
                            "update {0} h set valid_to = v.valid_to from {1} v"
                                    + " where v.id = h.id and v.valid_from = h.valid_from and v.valid_to <> h.valid_to",
                            kept, found)
                    .execute();
            var columns = DSL.list(Stream.concat(
                            Stream.of("id", "valid_from", "valid_to", "is_deleted", "row_hash", "is_backfilled"),
                            model.columns().keySet().stream())
                    .map(column -> DSL.field(name(column)))
                    .toList());
            inside.query(
                            "insert into {0} (observed_at, {2}) select now(), {2} from {1} v"
                                    + " where not exists (select 1 from {0} h where h.id = v.id and h.valid_from = v.valid_from)",
                            kept, found, columns)
                    .execute();
        }
    }

    /**
     * A version that differs only in what was null is the one that a build has seen: an earlier version of the program
     * did not keep that column.
     */
    private static void tellMore(DSLContext inside, HistoryModel model, Name kept, QueryPart found) {
        List<QueryPart> values = new ArrayList<>();
        List<QueryPart> same = new ArrayList<>();
        for (String column : model.columns().keySet()) {
            values.add(DSL.sql("{0} = v.{0}", name(column)));
            same.add(DSL.sql("(h.{0} is null or h.{0} = v.{0})", name(column)));
        }
        inside.query(
                        "update {0} h set row_hash = v.row_hash, {2} from {1} v where v.id = h.id"
                                + " and v.valid_from = h.valid_from and v.row_hash <> h.row_hash"
                                + " and v.is_deleted = h.is_deleted and {3}",
                        kept, found, DSL.list(values), Template.joined(" and ", same))
                .execute();
    }
}
