package bizops.transform.run;

import bizops.singer.error.BizopsException;
import bizops.singer.error.LoadException;
import bizops.transform.audit.BuildLog;
import bizops.transform.audit.Checkpoints;
import bizops.transform.audit.Finding;
import bizops.transform.audit.Fresh;
import bizops.transform.audit.Freshness;
import bizops.transform.audit.JunitReport;
import bizops.transform.audit.SourceTotals;
import bizops.transform.audit.Tests;
import bizops.transform.audit.Volume;
import bizops.transform.build.Citus;
import bizops.transform.build.Schemas;
import bizops.transform.config.BuildInput;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.history.History;
import bizops.transform.incremental.Deltas;
import bizops.transform.incremental.InPlace;
import bizops.transform.incremental.Unfit;
import bizops.transform.model.Relation;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Swap;
import bizops.transform.raw.RawCatalog;
import bizops.transform.schema.Engine;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import bizops.transform.staging.StagingPlan;
import bizops.transform.upgrade.KeptMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The build from raw tables to published marts, top to bottom. Owned by one thread. */
public final class TransformBuild {
    private static final Logger LOG = LoggerFactory.getLogger(TransformBuild.class);

    private static final String FULL = "full";
    private static final String INCREMENTAL = "incremental";

    private final WarehouseConfig config;
    private final BuildInput input;
    private final BuildOptions options;
    private final Environment environment;

    public TransformBuild(WarehouseConfig config, BuildInput input, BuildOptions options) {
        this.config = config;
        this.input = input;
        this.options = options;
        this.environment = config.environment();
    }

    /** Builds aside, tests, publishes. */
    public void run() throws SQLException, InterruptedException {
        Database database = new Database(config);
        try (Connection main = database.open();
                Workers workers = new Workers(database, config.parallelism())) {
            DSLContext statements = Database.statements(main);
            PublishLock.holdBuild(statements, environment, config.buildWaitSeconds());
            if (config.engine() == Engine.CITUS) {
                new Citus(statements).require();
            }
            Freshness.refuseUnknown(input.settings().freshness());
            StagingPlan plan = StagingPlan.of(new RawCatalog(statements), config, input.mapping());
            KeptMigrations.run(statements, environment);
            BuildLog log = new BuildLog(statements, environment.log());
            log.prepare();
            new Checkpoints(environment.log()).prepare(statements);
            String rules = Rules.hash(input, plan);
            Optional<String> anew = Basis.missing(statements, environment, config.engine(), options, rules);
            LOG.info("{}", anew.map(why -> "full build: " + why).orElse("incremental build"));
            long build = log.begin(
                    anew.isPresent() ? FULL : INCREMENTAL, input.settings().asOf(), rules, options.version());
            try {
                Session session = new Session(database, statements, workers, plan, log, build);
                if (anew.isPresent() || !isChangedInPlace(session)) {
                    build(session, Optional.empty());
                }
            } catch (BizopsException failure) {
                log.failed(build, failure.getMessage());
                throw failure;
            }
        } catch (DataAccessException failure) {
            throw SqlFailure.of("build", failure);
        }
    }

    /** What a build works with. */
    private record Session(
            Database database, DSLContext statements, Workers workers, StagingPlan plan, BuildLog log, long build) {}

    /** Whether the published tables could be changed into what is to be. */
    private boolean isChangedInPlace(Session session) {
        Map<Relation, Long> rows = new HashMap<>();
        BuildLog.publishedRows(session.statements(), environment.log())
                .forEach((relation, count) -> rows.put(Relation.of(relation), count));
        // What is left to do is so little that another process costs more to start than it saves.
        String parallel = "max_parallel_workers_per_gather";
        String before = session.statements().fetchOne("show " + parallel).get(0, String.class);
        session.workers().set(parallel, "0");
        try {
            build(session, Optional.of(new Deltas(environment, rows)));
            return true;
        } catch (Unfit unfit) {
            session.workers().set(parallel, before);
            LOG.info("full build after all: {}", unfit.getMessage());
            session.log().restart(session.build(), FULL);
            return false;
        }
    }

    private void build(Session session, Optional<Deltas> deltas) {
        long started = System.nanoTime();
        DSLContext statements = session.statements();
        BuildLog log = session.log();
        long build = session.build();
        Swap swap = new Swap(statements, environment, options.rebind());
        swap.dropLeftOver();
        Checkpoints checkpoints = new Checkpoints(environment.log());
        Aside.Result result = new Aside(session.database(), config, input, deltas)
                .build(statements, session.workers(), session.plan(), inside -> checkpoints.take(inside, build));
        log.models(build, result.built());
        log.rejects(build, result.rejects());
        log.drops(build, environment.next(Layer.CORE), "dropped");
        log.counts(build, environment.next(Layer.CORE), "entity_count");
        Fresh fresh = deltas.<Fresh>map(found -> found).orElse(Fresh.ALL);
        test(session, result, fresh);
        Consumer<DSLContext> together = inside -> {
            new History(environment)
                    .keep(inside, fresh::isSame, relation -> deltas.flatMap(found -> found.changedInPart(relation)));
            log.published(inside, build);
        };
        if (deltas.isPresent()) {
            new InPlace(statements, environment).publish(deltas.get(), together);
            log.dirty(build, deltas.get().dirty());
            new Schemas(statements, environment).dropNext();
        } else {
            swap.publish(together);
        }
        Layers.summary(statements, environment, started);
    }

    private void test(Session session, Aside.Result result, Fresh fresh) {
        DSLContext statements = session.statements();
        long started = System.nanoTime();
        Tests tests = new Tests(
                session.workers(),
                environment::next,
                fresh,
                fresh == Fresh.ALL ? Set.of() : BuildLog.passed(statements, environment.log()));
        List<Finding> findings = new ArrayList<>(
                tests.run(result.library(), result.rejects(), input.settings().rejectLimit()));
        String staging = environment.next(Layer.STAGING);
        findings.addAll(new Volume(statements, environment.log(), options.allowShrunk()).run(staging));
        findings.addAll(new Freshness(statements, input.settings().freshness()).run(staging));
        findings.addAll(new SourceTotals(statements, environment.log()).run(staging, environment.next(Layer.CORE)));
        session.log().tests(session.build(), findings);
        options.junit().ifPresent(file -> JunitReport.write(file, findings));
        session.log().unchanged(session.build(), tests.unchanged());
        List<Finding> broken = findings.stream().filter(Finding::isBroken).toList();
        broken.stream().filter(finding -> !finding.isError()).forEach(finding -> LOG.warn("{}", finding.line()));
        List<Finding> errors = broken.stream().filter(Finding::isError).toList();
        LOG.info(
                "tests: {} run, {} of unchanged tables not run again, {} failed, {} warnings, {} ms",
                findings.size(),
                tests.unchanged().size(),
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
}
