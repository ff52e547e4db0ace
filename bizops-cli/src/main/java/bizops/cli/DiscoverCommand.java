package bizops.cli;

import bizops.cli.catalog.Catalogs;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.project.TapSpec;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.report.Redactor;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops discover}: writes the catalogs of taps, as files for git. */
@Parameters(
        commandDescription = "Asks each TAP (default: all) what there is, applies the select patterns of bizops.yml and"
                + " writes its catalog; says what is new and what is gone")
final class DiscoverCommand implements Command {
    @Parameter(description = "[TAP...]")
    private List<String> taps = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        Project project = options.project(terminal);
        Programs programs = options.programs(terminal, project);
        Job job = new TapChoice(taps).of(project.everything(options.environment()));
        try (Workspace workspace = Workspace.make()) {
            for (TapSpec tap : job.taps()) {
                List<String> lines = new Catalogs(tap)
                        .discover(
                                programs.side(
                                        tap.program(),
                                        workspace.file(
                                                "tap-" + tap.name(),
                                                tap.program().settings())),
                                line -> terminal.stderr().println(tap.name() + ": " + Redactor.redact(line)));
                for (String line : lines) {
                    terminal.print(line);
                }
            }
        }
    }
}
