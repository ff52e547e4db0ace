package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Removal;
import bizops.transform.schema.Environment;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import org.jooq.DSLContext;

/** {@code bizops-transform drop}. */
@Parameters(commandDescription = "Drops the schemas that builds of an environment have made, and nothing else")
public final class DropCommand extends WarehouseCommand {
    @Parameter(names = "--yes", description = "Drop production too: the environment without a prefix")
    private boolean yes;

    @Parameter(names = "--with-history", description = "Drop its history and its log of builds as well")
    private boolean withHistory;

    @Parameter(names = "--dry-run", description = "Say what would be dropped, and drop nothing")
    private boolean dryRun;

    @Override
    public void run(Terminal terminal) throws Exception {
        WarehouseConfig warehouse = warehouse(terminal);
        Environment environment = warehouse.environment();
        if (environment.prefix().isEmpty() && !yes && !dryRun) {
            throw new UsageException("without a schema_prefix this drops production (staging, core, marts):"
                    + " add --yes if that is meant");
        }
        try (Connection connection = new Database(warehouse).open()) {
            DSLContext statements = Database.statements(connection);
            Removal removal = new Removal(statements, environment);
            if (dryRun) {
                print(terminal, "would drop ", removal.plan(withHistory));
                return;
            }
            PublishLock.holdBuild(statements, environment, warehouse.buildWaitSeconds());
            print(terminal, "dropped ", removal.drop(withHistory));
        }
    }

    private static void print(Terminal terminal, String before, List<String> names) throws IOException {
        for (String name : names) {
            terminal.print(before + name);
        }
        if (names.isEmpty()) {
            terminal.print("there is nothing to drop");
        }
    }
}
