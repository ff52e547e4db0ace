package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import bizops.transform.config.BuildInput;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.run.BuildOptions;
import bizops.transform.run.TransformBuild;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code bizops-transform build}. */
@Parameters(commandDescription = "Builds staging, core and marts, tests them, and publishes them at once")
public final class BuildCommand extends WarehouseCommand {
    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description = "Folder with settings.json, the seed CSVs and mapping.yml",
            required = true)
    private String seeds = "";

    @Parameter(
            names = "--full",
            description =
                    "Make every table anew and put it in the live one's place, instead of changing the rows that differ")
    private boolean full;

    @Parameter(
            names = "--on-dependents",
            placeholder = "rebind|fail",
            description = "Views of yours on the published tables: rebind moves them to the new tables, fail stops")
    private String onDependents = "rebind";

    @Parameter(
            names = "--allow-shrunk",
            description = "Publish although a raw table has lost nearly all of its rows since the last build")
    private boolean allowShrunk;

    @Parameter(
            names = "--junit",
            placeholder = "FILE",
            description = "For the tests in JUnit's form, which CI servers show")
    private String junit = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        if (!List.of("rebind", "fail").contains(onDependents)) {
            throw new UsageException("--on-dependents must be rebind or fail, got " + onDependents);
        }
        WarehouseConfig warehouse = warehouse(terminal);
        BuildInput input = BuildInput.read(Path.of(seeds), Clock.systemUTC());
        BuildOptions options = new BuildOptions(
                full,
                onDependents.equals("rebind"),
                allowShrunk,
                Version.number(),
                junit.isEmpty() ? Optional.empty() : Optional.of(Path.of(junit)));
        new TransformBuild(warehouse, input, options).run();
    }
}
