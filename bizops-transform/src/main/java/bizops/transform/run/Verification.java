package bizops.transform.run;

import bizops.transform.audit.BuildLog;
import bizops.transform.build.Citus;
import bizops.transform.build.Schemas;
import bizops.transform.compare.BuildComparison;
import bizops.transform.config.BuildInput;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Published;
import bizops.transform.raw.RawCatalog;
import bizops.transform.schema.Engine;
import bizops.transform.schema.Environment;
import bizops.transform.staging.StagingPlan;
import bizops.transform.upgrade.KeptMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what is published to a full build of the same raw tables, seeds and day, made aside and never published. Owned
 * by one thread.
 */
public final class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

    private final WarehouseConfig config;
    private final BuildInput input;

    public Verification(WarehouseConfig config, BuildInput input) {
        this.config = config;
        this.input = input;
    }

    /** Builds, compares, and leaves nothing behind. */
    public BuildComparison.Result run() throws SQLException, InterruptedException {
        Environment environment = config.environment();
        Database database = new Database(config);
        try (Connection main = database.open();
                Workers workers = new Workers(database, config.parallelism())) {
            DSLContext statements = Database.statements(main);
            PublishLock.holdBuild(statements, environment, config.buildWaitSeconds());
            if (config.engine() == Engine.CITUS) {
                new Citus(statements).require();
            }
            KeptMigrations.refuseNewer(statements, environment);
            Published published = new Published(statements, environment);
            published.require();
            StagingPlan plan = StagingPlan.of(new RawCatalog(statements), config, input.mapping());
            BuildLog.publishedRules(statements, environment.log())
                    .filter(rules -> !rules.equals(Rules.hash(input, plan)))
                    .ifPresent(other -> LOG.warn("what is published was built from other settings, seeds or models:"
                            + " differences are to be expected until the next build"));
            Schemas schemas = new Schemas(statements, environment);
            try {
                var unused = new Aside(database, config, input.asOf(published.asOf()), Optional.empty())
                        .build(statements, workers, plan);
                return new BuildComparison(environment).run(statements, workers);
            } finally {
                schemas.dropNext();
            }
        } catch (DataAccessException failure) {
            throw SqlFailure.of("verify", failure);
        }
    }
}
