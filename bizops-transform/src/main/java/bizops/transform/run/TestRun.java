package bizops.transform.run;

import bizops.transform.audit.Finding;
import bizops.transform.audit.Fresh;
import bizops.transform.audit.Freshness;
import bizops.transform.audit.SourceTotals;
import bizops.transform.audit.Tests;
import bizops.transform.config.FreshnessLimit;
import bizops.transform.config.Project;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.model.ModelLibrary;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Published;
import bizops.transform.schema.Layer;
import bizops.transform.upgrade.KeptMigrations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Runs every test over what is published, without building. Owned by one thread. */
public final class TestRun {
    private final WarehouseConfig config;
    private final Map<String, FreshnessLimit> freshness;
    private final Project project;

    /**
     * @param freshness limits by stream
     * @param project whose models and tests are run too
     */
    public TestRun(WarehouseConfig config, Map<String, FreshnessLimit> freshness, Project project) {
        this.config = config;
        this.freshness = freshness;
        this.project = project;
    }

    /** The findings of all tests, also of those that nothing failed. No build can publish meanwhile. */
    public List<Finding> run() throws SQLException, InterruptedException {
        Freshness.refuseUnknown(freshness);
        Database database = new Database(config);
        try (Connection main = database.open();
                Workers workers = new Workers(database, config.parallelism())) {
            DSLContext statements = Database.statements(main);
            PublishLock.holdBuild(statements, config.environment(), config.buildWaitSeconds());
            KeptMigrations.refuseNewer(statements, config.environment());
            new Published(statements, config.environment()).require();
            ModelLibrary library = ModelLibrary.load(Provided.relations(project), project);
            List<Finding> findings = new ArrayList<>(new Tests(workers, config.environment()::live, Fresh.ALL, Set.of())
                    .run(library, List.of(), BigDecimal.ZERO));
            String staging = config.environment().live(Layer.STAGING);
            findings.addAll(new Freshness(statements, freshness).run(staging));
            findings.addAll(new SourceTotals(statements, config.environment().log())
                    .run(staging, config.environment().live(Layer.CORE)));
            return findings;
        } catch (DataAccessException failure) {
            throw SqlFailure.of("test", failure);
        }
    }
}
