package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.LoadException;
import bizops.transform.audit.Finding;
import bizops.transform.audit.JunitReport;
import bizops.transform.config.BuildInput;
import bizops.transform.config.FreshnessLimit;
import bizops.transform.config.Project;
import bizops.transform.run.TestRun;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bizops-transform test}. */
@Parameters(commandDescription = "Runs every test over what is published, without building")
public final class TestCommand extends WarehouseCommand {
    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description =
                    "Folder of the build: limits of freshness in settings.json (26 hours without), your own models and tests")
    private String seeds = "";

    @Parameter(
            names = "--junit",
            placeholder = "FILE",
            description = "For the tests in JUnit's form, which CI servers show")
    private String junit = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        Optional<BuildInput> input =
                seeds.isEmpty() ? Optional.empty() : Optional.of(BuildInput.read(Path.of(seeds), Clock.systemUTC()));
        Map<String, FreshnessLimit> freshness =
                input.map(read -> read.settings().freshness()).orElse(Map.of());
        Project project = input.map(BuildInput::project).orElse(Project.NONE);
        List<Finding> findings = new TestRun(warehouse(terminal), freshness, project).run();
        if (!junit.isEmpty()) {
            JunitReport.write(Path.of(junit), findings);
        }
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
