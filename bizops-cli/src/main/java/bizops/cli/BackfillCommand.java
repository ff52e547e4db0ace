package bizops.cli;

import bizops.cli.bookmark.Backfill;
import bizops.cli.pipeline.Asked;
import bizops.cli.pipeline.Pipelines;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops backfill}: sets one stream back and runs its tap, then transform and report. */
@Parameters(
        commandDescription =
                "Reads a stream again since a day: sets its bookmark back, runs its tap alone, then transform"
                        + " and report")
final class BackfillCommand implements Command {
    @Parameter(description = "STREAM or TAP:STREAM")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Parameter(
            names = "--since",
            placeholder = "POINT",
            required = true,
            description = "A day (2026-01-31), a moment, or a number, as the bookmark is")
    private String since = "";

    @Parameter(names = "--pipeline", placeholder = "NAME", description = "Of bizops.yml. Default: the only one")
    private String pipeline = "";

    @Parameter(names = "--verbose", description = "Show every line of the programs on a terminal, too")
    private boolean verbose;

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        if (words.size() != 1) {
            throw new UsageException("bizops backfill takes one STREAM, or TAP:STREAM");
        }
        Project project = options.project(terminal);
        Job job = project.job(pipeline, options.environment());
        Asked asked = new StateChanges(words, stream -> new Backfill(stream, since)).ask(job, verbose);
        Job alone = job.withTaps(asked.changes().keySet());
        Pipelines.run(alone, asked, options.programs(terminal, project), terminal);
    }
}
