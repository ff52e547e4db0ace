package bizops.cli;

import bizops.cli.history.Logs;
import bizops.cli.project.Job;
import bizops.cli.store.AuditTable;
import bizops.cli.store.RunHistory;
import bizops.cli.store.Store;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** {@code bizops prune}: forgets old runs. States, checkpoints and rows stay. */
@Parameters(commandDescription = "Deletes the history and the logs of runs that began more than --keep days ago")
final class PruneCommand implements Command {
    private static final int FEWEST = 1;

    @ParametersDelegate
    private final StoreOptions database = new StoreOptions();

    @Parameter(names = "--keep", placeholder = "DAYS", required = true, description = "Days to keep, such as 90")
    private int keep;

    @Override
    public void run(Terminal terminal) throws IOException {
        if (keep < FEWEST) {
            throw new UsageException("--keep must be 1 day or more");
        }
        Job job =
                database.project().project(terminal).database(database.project().environment());
        try (Store store = Store.open(database.address(terminal), "bizops prune")) {
            Instant before = store.now().minus(Duration.ofDays(keep));
            int runs = RunHistory.prune(store, before);
            AuditTable.prune(store, before);
            int logs = new Logs(job.logs()).prune(before);
            terminal.print(runs + " runs and the logs of " + logs + " deleted, from before " + before);
        }
    }
}
