package bizops.cli;

import bizops.cli.audit.AuditText;
import bizops.cli.history.HistoryText;
import bizops.cli.store.AuditTable;
import bizops.cli.store.RunHistory;
import bizops.cli.store.Store;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops history}: the runs that were, or the steps of one. */
@Parameters(commandDescription = "Lists the newest runs, or the steps and streams of one RUN, from the database")
final class HistoryCommand implements Command {
    private static final int MOST = 20;

    @Parameter(description = "[RUN]")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final StoreOptions database = new StoreOptions();

    @Parameter(names = "--failed", description = "Only runs that did not end with 0")
    private boolean failed;

    @Parameter(names = "--limit", placeholder = "NUMBER", description = "How many runs, or audits")
    private int limit = MOST;

    @Parameter(names = "--json", description = "A JSON object a line")
    private boolean json;

    @Parameter(names = "--audits", description = "What audits found instead of runs; with --failed only what differed")
    private boolean audits;

    @Override
    public void run(Terminal terminal) throws IOException {
        if (words.size() > 1 || limit < 1) {
            throw new UsageException("bizops history takes one RUN at most, and --limit 1 or more");
        }
        if (audits && !words.isEmpty()) {
            throw new UsageException("bizops history --audits takes no RUN");
        }
        try (Store store = Store.open(database.address(terminal), "bizops history")) {
            if (audits) {
                audits(AuditTable.newest(store, failed, limit), terminal);
                return;
            }
            if (words.isEmpty()) {
                runs(RunHistory.runs(store, failed, limit), terminal);
                return;
            }
            List<RunHistory.Line> steps = RunHistory.steps(store, words.get(0));
            if (steps.isEmpty()) {
                throw new ConfigException("no steps of a run " + words.get(0) + "; bizops history lists the runs");
            }
            for (String line : HistoryText.steps(steps)) {
                terminal.print(line);
            }
        }
    }

    private void audits(List<AuditTable.Line> lines, Terminal terminal) throws IOException {
        for (AuditTable.Line line : lines) {
            terminal.print(json ? AuditText.json(line) : AuditText.line(line));
        }
    }

    private void runs(List<RunHistory.Run> runs, Terminal terminal) throws IOException {
        if (!json) {
            terminal.print(HistoryText.heading());
        }
        for (RunHistory.Run run : runs) {
            terminal.print(json ? HistoryText.json(run) : HistoryText.line(run));
        }
    }
}
