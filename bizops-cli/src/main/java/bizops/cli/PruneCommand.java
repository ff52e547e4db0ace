package bizops.cli;

import bizops.cli.history.Logs;
import bizops.cli.project.Job;
import bizops.cli.store.Pruning;
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
import java.util.stream.Collectors;

/** {@code bizops prune}: forgets old runs, commits and builds. States, rows and versions of records stay. */
@Parameters(commandDescription = "Deletes history, logs, checkpoints and builds that are older than --keep days")
final class PruneCommand implements Command {
    private static final int FEWEST = 1;

    @ParametersDelegate
    private final StoreOptions database = new StoreOptions();

    @Parameter(names = "--keep", placeholder = "DAYS", required = true, description = "Days to keep, such as 90")
    private int keep;

    @Parameter(names = "--rejected", description = "Also records in tables _sdc_rejected that are as old")
    private boolean rejected;

    @Parameter(names = "--dry-run", description = "Says what would be deleted, and deletes nothing")
    private boolean dryRun;

    @Override
    public void run(Terminal terminal) throws IOException {
        if (keep < FEWEST) {
            throw new UsageException("--keep must be 1 day or more");
        }
        Job job =
                database.project().project(terminal).database(database.project().environment());
        try (Store store = Store.open(database.address(terminal), "bizops prune")) {
            Instant before = store.now().minus(Duration.ofDays(keep));
            Pruning.Result result = Pruning.run(store, before, rejected, dryRun);
            int logs = new Logs(job.logs()).prune(before, dryRun);
            String all = result.counts().entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
            for (String schema : result.left()) {
                terminal.stderr()
                        .println("WARNING bizops: the log of builds in " + schema
                                + " is another role's, so that it stays and"
                                + " checkpoints too; let its owner GRANT SELECT, DELETE on its tables to this one");
            }
            terminal.print((all.isEmpty() ? "0 runs" : all) + " and the logs of " + logs
                    + (dryRun ? " would be deleted" : " deleted") + ", from before " + before);
        }
    }
}
