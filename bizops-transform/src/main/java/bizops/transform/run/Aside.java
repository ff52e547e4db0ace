package bizops.transform.run;

import bizops.transform.audit.Checkpoints;
import bizops.transform.build.Built;
import bizops.transform.build.Functions;
import bizops.transform.build.Inputs;
import bizops.transform.build.Maker;
import bizops.transform.build.ModelBuild;
import bizops.transform.build.ModelFunctions;
import bizops.transform.build.Schedule;
import bizops.transform.build.Schemas;
import bizops.transform.build.Shortcut;
import bizops.transform.build.Snapshot;
import bizops.transform.config.BuildInput;
import bizops.transform.config.SeedTable;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.Workers;
import bizops.transform.history.History;
import bizops.transform.history.Standing;
import bizops.transform.incremental.Deltas;
import bizops.transform.incremental.PartBuild;
import bizops.transform.incremental.StagedPart;
import bizops.transform.incremental.VersionsPart;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import bizops.transform.staging.Note;
import bizops.transform.staging.RawCount;
import bizops.transform.staging.RejectCount;
import bizops.transform.staging.StagingLoad;
import bizops.transform.staging.StagingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Builds every relation from raw in schemas that nobody reads yet. Owned by one thread. */
final class Aside {
    /** Above that share of changed rows it is dearer to change tables than to put others in their place. */
    private static final long MOST_PERCENT = 20;

    private final Database database;
    private final WarehouseConfig config;
    private final BuildInput input;
    private final Environment environment;
    private final Optional<Deltas> deltas;

    /**
     * What was built.
     *
     * @param library the models, in the order in which they were made
     * @param built every relation
     * @param rejects raw values that could not be read
     * @param raw what the raw tables held
     */
    record Result(ModelLibrary library, List<Built> built, List<RejectCount> rejects, List<RawCount> raw) {}

    /** @param deltas what a build that is to change published tables in place finds; empty for a full one */
    Aside(Database database, WarehouseConfig config, BuildInput input, Optional<Deltas> deltas) {
        this.deltas = deltas;
        this.database = database;
        this.config = config;
        this.input = input;
        this.environment = config.environment();
    }

    /** Fills the schemas {@code __next}; whoever calls holds the lock of builds. */
    Result build(DSLContext statements, Workers workers, StagingPlan plan) {
        return build(statements, workers, plan, inside -> {});
    }

    /**
     * The same.
     *
     * @param note what else is to be read at the moment at which raw tables are
     */
    Result build(DSLContext statements, Workers workers, StagingPlan plan, Consumer<DSLContext> note) {
        ModelLibrary.prepare();
        new Schemas(statements, environment).prepare();
        deltas.ifPresent(found -> found.prepare(statements));
        History history = new History(environment);
        boolean isConstrained = history.prepare(statements);
        ConcurrentLinkedQueue<ModelBuild.Staged> staged = stage(statements, workers, plan, isConstrained, note);
        ModelLibrary library = ModelLibrary.load(Provided.relations(input.project()), input.project());
        Map<Relation, List<String>> keys = RowKeys.of(plan, library);
        deltas.ifPresent(found -> {
            found.compare(workers, staged(plan), keys);
            found.refuseMoreThan(MOST_PERCENT);
        });
        Standing standing = deltas.<Standing>map(found -> new VersionsPart(statements, environment, found))
                .orElse(Standing.NONE);
        List<Built> built = new ArrayList<>(history.build(statements, builder(), standing));
        List<RejectCount> rejects = new ArrayList<>();
        List<RawCount> raw = new ArrayList<>();
        staged.forEach(one -> {
            built.add(one.built());
            rejects.addAll(one.rejects());
            one.raw().ifPresent(raw::add);
        });
        new Inputs(statements, environment.next(Layer.STAGING)).rawCounts(raw);
        built.addAll(new Schedule(workers, maker(workers, keys)).run(library.models()));
        ModelFunctions.create(statements, environment, library.functions());
        Layers.log(built);
        return new Result(library, List.copyOf(built), List.copyOf(rejects), List.copyOf(raw));
    }

    private ModelBuild builder() {
        return new ModelBuild(environment, config.engine(), deltas.isPresent());
    }

    private static List<Relation> staged(StagingPlan plan) {
        return plan.loads().stream()
                .map(load -> new Relation(Layer.STAGING, load.table()))
                .toList();
    }

    private Maker maker(Workers workers, Map<Relation, List<String>> keys) {
        if (deltas.isEmpty()) {
            return builder();
        }
        deltas.get().compare(workers, Provided.relations(input.project()), keys);
        return new PartBuild(builder(), environment, deltas.get(), keys);
    }

    private ConcurrentLinkedQueue<ModelBuild.Staged> stage(
            DSLContext statements,
            Workers workers,
            StagingPlan plan,
            boolean isHistoryConstrained,
            Consumer<DSLContext> note) {
        String schema = environment.next(Layer.STAGING);
        Functions.create(statements, schema);
        Inputs inputs = new Inputs(statements, schema);
        inputs.settings(input);
        inputs.seeds(input);
        inputs.ownSeeds(input.project().seeds());
        inputs.notes(notes(plan, isHistoryConstrained));
        ConcurrentLinkedQueue<ModelBuild.Staged> staged = new ConcurrentLinkedQueue<>();
        ModelBuild builder = builder();
        Shortcut shortcut = deltas.<Shortcut>map(
                        found -> new StagedPart(environment, found, new Checkpoints(environment.log())))
                .orElse(Shortcut.NONE);
        try (Snapshot snapshot = Snapshot.take(database)) {
            List<CompletableFuture<Void>> tasks = new ArrayList<>();
            tasks.add(workers.submit(connection -> snapshot.read(connection, note)));
            for (StagingLoad load : plan.loads()) {
                tasks.add(workers.submit(connection -> staged.add(builder.stage(
                        connection, load, snapshot.id(), input.settings().reportingTimezone(), shortcut))));
            }
            Schedule.await(tasks);
        }
        return staged;
    }

    private List<Note> notes(StagingPlan plan, boolean isHistoryConstrained) {
        List<Note> notes = new ArrayList<>(plan.notes());
        if (!isHistoryConstrained) {
            notes.add(new Note(
                    "history_unconstrained",
                    environment.history(),
                    "the extension btree_gist cannot be created here: tests alone hold that versions do not overlap",
                    Optional.empty(),
                    List.of()));
        }
        for (SeedTable seed : input.missingSeeds()) {
            notes.add(new Note(
                    "seed_missing",
                    seed.fileName(),
                    "there is no such file; its table is empty",
                    Optional.empty(),
                    List.of()));
        }
        notes.addAll(OwnNotes.of(input.project()));
        return notes;
    }
}
