package bizops.transform.cli;

import bizops.singer.cli.Terminal;
import bizops.singer.error.LoadException;
import bizops.transform.compare.BuildComparison;
import bizops.transform.compare.TableDifference;
import bizops.transform.config.BuildInput;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.run.Verification;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.time.Clock;

/** {@code bizops-transform verify}. */
@Parameters(
        commandDescription =
                "Builds everything anew without publishing, and compares it row by row with what is published")
public final class VerifyCommand extends WarehouseCommand {
    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description =
                    "Folder with settings.json, the seed CSVs and mapping.yml; the day is that of the published build",
            required = true)
    private String seeds = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        WarehouseConfig warehouse = warehouse(terminal);
        BuildInput input = BuildInput.read(Path.of(seeds), Clock.systemUTC());
        BuildComparison.Result result = new Verification(warehouse, input).run();
        for (TableDifference difference : result.differences()) {
            for (String line : difference.lines()) {
                terminal.print(line);
            }
        }
        int different = result.differences().size();
        terminal.print(result.tables() + " tables compared, " + different + " different");
        if (different > 0) {
            throw LoadException.permanent(
                    different + " of " + result.tables()
                            + " tables differ from a full build; where staging differs too,"
                            + " raw tables or seeds have changed since the published build",
                    null);
        }
    }
}
