package bizops.cli;

import bizops.cli.catalog.Catalogs;
import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops select}: applies the patterns of {@code bizops.yml} to the kept catalogs, without asking the taps. */
@Parameters(
        commandDescription = "Applies the select patterns of bizops.yml to the catalog of each TAP (default: all) and"
                + " shows what is selected")
final class SelectCommand implements Command {
    @Parameter(description = "[TAP...]")
    private List<String> taps = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Override
    public void run(Terminal terminal) throws IOException {
        Job job = new TapChoice(taps).of(options.project(terminal).everything(options.environment()));
        for (TapSpec tap : job.taps()) {
            for (String line : new Catalogs(tap).select()) {
                terminal.print(line);
            }
        }
    }
}
