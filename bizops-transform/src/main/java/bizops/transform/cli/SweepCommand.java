package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.BizopsException;
import bizops.singer.error.LoadException;
import bizops.singer.error.UsageException;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.publish.Environments;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Removal;
import bizops.transform.schema.BranchPrefix;
import bizops.transform.schema.Environment;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** {@code bizops-transform sweep}. */
@Parameters(
        commandDescription =
                "Drops the schemas of branches that are gone: those under PG_DEV_SCHEMA that builds have made for a branch"
                        + " that --branches does not name")
public final class SweepCommand extends WarehouseCommand {
    @Parameter(
            names = "--branches",
            placeholder = "FILE",
            description =
                    "File with the branches that are there, as git ls-remote --heads prints them; - reads standard input",
            required = true)
    private String branches = "";

    @Parameter(names = "--dry-run", description = "Name what would be dropped, and end")
    private boolean dryRun;

    @Override
    public void run(Terminal terminal) throws Exception {
        BranchPrefix prefixes = new BranchPrefix(terminal.environment());
        String beginning = prefixes.ofBranches();
        if (beginning.isEmpty()) {
            throw new UsageException("PG_DEV_SCHEMA is not set, which says whose schemas are those of branches");
        }
        Set<String> kept =
                Branches.read(branches, terminal.environment().getOrDefault("CI_DEFAULT_BRANCH", ""), terminal).stream()
                        .map(prefixes::ofBranch)
                        .collect(Collectors.toCollection(HashSet::new));
        WarehouseConfig warehouse = warehouse(terminal);
        kept.add(warehouse.environment().prefix());
        List<String> left = new ArrayList<>();
        try (Connection connection = new Database(warehouse).open()) {
            DSLContext statements = Database.statements(connection);
            List<Environment> gone = new Environments(statements)
                    .under(beginning).stream()
                            .filter(environment -> !kept.contains(environment.prefix()))
                            .toList();
            for (Environment environment : gone) {
                if (dryRun) {
                    terminal.print("would drop " + environment.prefix());
                } else if (!drop(statements, environment, warehouse.buildWaitSeconds(), terminal)) {
                    left.add(environment.prefix());
                }
            }
            if (gone.isEmpty()) {
                terminal.print("there is nothing to drop");
            }
        }
        if (!left.isEmpty()) {
            throw LoadException.permanent(
                    "not dropped: " + String.join(", ", left) + "; the lines above say why", null);
        }
    }

    /** One that cannot be dropped keeps no other. */
    private static boolean drop(DSLContext statements, Environment environment, int waitSeconds, Terminal terminal)
            throws InterruptedException, IOException {
        try {
            PublishLock.holdBuild(statements, environment, waitSeconds);
            List<String> unused = new Removal(statements, environment).drop(true);
            terminal.print("dropped " + environment.prefix());
            return true;
        } catch (BizopsException refused) {
            terminal.print("left " + environment.prefix() + ": " + refused.getMessage());
            return false;
        }
    }
}
