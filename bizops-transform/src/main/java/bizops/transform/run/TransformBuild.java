package bizops.transform.run;

import bizops.singer.error.BizopsException;
import bizops.singer.error.LoadException;
import bizops.transform.audit.BuildLog;
import bizops.transform.audit.Finding;
import bizops.transform.audit.Tests;
import bizops.transform.build.Built;
import bizops.transform.build.Functions;
import bizops.transform.build.Inputs;
import bizops.transform.build.ModelBuild;
import bizops.transform.build.ModelFunctions;
import bizops.transform.build.Schedule;
import bizops.transform.build.Schemas;
import bizops.transform.build.Snapshot;
import bizops.transform.config.BuildInput;
import bizops.transform.config.SeedTable;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Swap;
import bizops.transform.raw.RawCatalog;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import bizops.transform.staging.Note;
import bizops.transform.staging.RejectCount;
import bizops.transform.staging.StagingLoad;
import bizops.transform.staging.StagingPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The build from raw tables to published marts, top to bottom. Owned by one thread. */
public final class TransformBuild {
    private static final Logger LOG = LoggerFactory.getLogger(TransformBuild.class);

    private final WarehouseConfig config;
    private final BuildInput input;
    private final boolean rebind;
    private final String version;
    private final Environment environment;

    public TransformBuild(WarehouseConfig config, BuildInput input, boolean rebind, String version) {
        this.config = config;
        this.input = input;
        this.rebind = rebind;
        this.version = version;
        this.environment = config.environment();
    }

    /** Builds aside, tests, publishes. */
    public void run() throws SQLException, InterruptedException {
        Database database = new Database(config);
        try (Connection main = database.open();
                Workers workers = new Workers(database, config.parallelism())) {
            DSLContext statements = Database.statements(main);
            PublishLock.holdBuild(statements, environment, config.buildWaitSeconds());
            StagingPlan plan = StagingPlan.of(new RawCatalog(statements), config, input.mapping());
            BuildLog log = new BuildLog(statements, environment.log());
            long build = begin(log);
            try {
                build(database, statements, workers, plan, log, build);
                log.end(build, "published", "");
            } catch (BizopsException failure) {
                log.end(build, "failed", failure.getMessage());
                throw failure;
            }
        } catch (DataAccessException failure) {
            throw SqlFailure.of("build", failure);
        }
    }

    private long begin(BuildLog log) {
        log.prepare();
        return log.begin(input.settings().asOf(), Integer.toHexString(input.hashCode()), version);
    }

    private void build(
            Database database, DSLContext statements, Workers workers, StagingPlan plan, BuildLog log, long build) {
        long started = System.nanoTime();
        Swap swap = new Swap(statements, environment, rebind);
        swap.dropLeftOver();
        Schemas schemas = new Schemas(statements, environment);
        schemas.prepare();
        List<Built> built = new ArrayList<>();
        List<RejectCount> rejects = stage(database, statements, workers, plan, built);
        ModelLibrary library = ModelLibrary.load(provided(plan));
        built.addAll(new Schedule(workers, new ModelBuild(environment)).run(library.models()));
        ModelFunctions.create(statements, environment, library.functions());
        Layers.log(built);
        log.models(build, built);
        log.rejects(build, rejects);
        log.drops(build, environment.next(Layer.CORE), "dropped");
        test(workers, library, rejects, log, build);
        swap.publish();
        Layers.summary(statements, environment, started);
    }

    private List<RejectCount> stage(
            Database database, DSLContext statements, Workers workers, StagingPlan plan, List<Built> built) {
        String schema = environment.next(Layer.STAGING);
        Functions.create(statements, schema);
        Inputs inputs = new Inputs(statements, schema);
        inputs.settings(input);
        inputs.seeds(input);
        inputs.notes(notes(plan));
        ConcurrentLinkedQueue<ModelBuild.Staged> staged = new ConcurrentLinkedQueue<>();
        ModelBuild builder = new ModelBuild(environment);
        try (Snapshot snapshot = Snapshot.take(database)) {
            List<CompletableFuture<Void>> tasks = new ArrayList<>();
            for (StagingLoad load : plan.loads()) {
                tasks.add(workers.submit(connection -> staged.add(builder.stage(
                        connection, load, snapshot.id(), input.settings().reportingTimezone()))));
            }
            Schedule.await(tasks);
        }
        List<RejectCount> rejects = new ArrayList<>();
        staged.forEach(one -> {
            built.add(one.built());
            rejects.addAll(one.rejects());
        });
        return rejects;
    }

    private List<Note> notes(StagingPlan plan) {
        List<Note> notes = new ArrayList<>(plan.notes());
        for (SeedTable seed : input.missingSeeds()) {
            notes.add(new Note(
                    "seed_missing",
                    seed.fileName(),
                    "there is no such file; its table is empty",
                    Optional.empty(),
                    List.of()));
        }
        return notes;
    }

    private void test(Workers workers, ModelLibrary library, List<RejectCount> rejects, BuildLog log, long build) {
        long started = System.nanoTime();
        List<Finding> findings = new Tests(workers, environment)
                .run(library, rejects, input.settings().rejectLimit());
        log.tests(build, findings);
        List<Finding> broken = findings.stream().filter(Finding::isBroken).toList();
        broken.stream().filter(finding -> !finding.isError()).forEach(finding -> LOG.warn("{}", finding.line()));
        List<Finding> errors = broken.stream().filter(Finding::isError).toList();
        LOG.info(
                "tests: {} run, {} failed, {} warnings, {} ms",
                findings.size(),
                errors.size(),
                broken.size() - errors.size(),
                (System.nanoTime() - started) / 1_000_000);
        if (!errors.isEmpty()) {
            errors.stream().skip(1).forEach(finding -> LOG.error("{}", finding.line()));
            throw LoadException.permanent(
                    errors.get(0).line() + "; nothing is published" + more(errors.size() - 1), null);
        }
    }

    private static String more(int others) {
        return others == 0 ? "" : "; " + others + " more failed, see the lines above";
    }

    private static Set<Relation> provided(StagingPlan plan) {
        Set<Relation> provided = new HashSet<>();
        plan.loads().forEach(load -> provided.add(new Relation(Layer.STAGING, load.table())));
        provided.add(new Relation(Layer.STAGING, "settings"));
        provided.add(new Relation(Layer.STAGING, "build_note"));
        SeedTable.all().forEach(seed -> provided.add(new Relation(Layer.STAGING, seed.table())));
        return provided;
    }
}
