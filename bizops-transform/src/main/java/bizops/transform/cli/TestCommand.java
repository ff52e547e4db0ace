package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.LoadException;
import bizops.transform.audit.Finding;
import bizops.transform.config.BuildInput;
import bizops.transform.config.FreshnessLimit;
import bizops.transform.run.TestRun;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code bizops-transform test}. */
@Parameters(commandDescription = "Runs every test over what is published, without building")
public final class TestCommand extends WarehouseCommand {
    @Parameter(names = "--seeds", description = "Folder whose settings.json sets limits of freshness; 26 hours without")
    private String seeds = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        Map<String, FreshnessLimit> freshness = seeds.isEmpty()
                ? Map.of()
                : BuildInput.read(Path.of(seeds), Clock.systemUTC()).settings().freshness();
        List<Finding> findings = new TestRun(warehouse(terminal), freshness).run();
        List<Finding> broken = findings.stream().filter(Finding::isBroken).toList();
        for (Finding finding : broken) {
            terminal.print((finding.isError() ? "error: " : "warning: ") + finding.line());
        }
        long errors = broken.stream().filter(Finding::isError).count();
        String counts = findings.size() + " tests, " + errors + " failed, " + (broken.size() - errors) + " warnings";
        terminal.print(counts);
        if (errors > 0) {
            throw LoadException.permanent("what is published does not hold: " + counts, null);
        }
    }
}
