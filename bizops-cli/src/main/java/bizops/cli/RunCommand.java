package bizops.cli;

import bizops.cli.bookmark.FullRefresh;
import bizops.cli.pipeline.Asked;
import bizops.cli.pipeline.DryRun;
import bizops.cli.pipeline.Pipelines;
import bizops.cli.pipeline.Programs;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.project.ProjectSchema;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bizops run}: a pipeline of {@code bizops.yml}, or one tap into one target. */
@Parameters(
        commandDescription =
                "Runs a pipeline of bizops.yml: its taps, transform and report under one lock; or, given TAP TARGET, one"
                        + " tap into one target. Feeds the stored state to each tap, keeps the new one with the rows,"
                        + " and notes every run in the schema bizops")
final class RunCommand implements Command {
    @Parameter(description = "[PIPELINE], or TAP TARGET, each a name or a path")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @ParametersDelegate
    private final PairOptions pair = new PairOptions();

    @Parameter(
            names = "--full-refresh",
            placeholder = "STREAM",
            description = "STREAM or TAP:STREAM to read from its beginning; repeatable")
    private List<String> fullRefresh = new ArrayList<>();

    @Parameter(
            names = "--only",
            placeholder = "STEP",
            description = "TAP, transform or report: run this step alone; repeatable. Taps alone run beside each other")
    private List<String> only = new ArrayList<>();

    @Parameter(
            names = "--results",
            placeholder = "FOLDER",
            description = "Folder for what a CI job shows of the run: run.json, run.env, data-tests.xml (JUnit)")
    private String results = "";

    @Parameter(names = "--dry-run", description = "Show what would be run, and end")
    private boolean dryRun;

    @Parameter(names = "--verbose", description = "Show every line of the programs on a terminal, too")
    private boolean verbose;

    @Parameter(names = "--schema", description = "Print the JSON Schema of bizops.yml, and end")
    private boolean schema;

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        if (schema) {
            terminal.print(ProjectSchema.text().stripTrailing());
            return;
        }
        if (words.size() == 2) {
            refusePipelineOptions();
            pair.run(words.get(0), words.get(1), terminal);
            return;
        }
        if (words.size() > 2 || pair.isGiven()) {
            throw new UsageException("bizops run takes [PIPELINE], with bizops.yml, or TAP and TARGET, such as"
                    + " tap-salesforce target-postgres; only these take files of settings");
        }
        Project project = options.project(terminal);
        Job whole = project.job(words.isEmpty() ? "" : words.get(0), options.environment());
        Job job = only.isEmpty() ? whole : StepChoice.of(whole, only);
        Programs programs = options.programs(terminal, project);
        if (dryRun) {
            new DryRun(programs, terminal).show(job);
            return;
        }
        Asked asked = new StateChanges(fullRefresh, FullRefresh::new).ask(job, verbose);
        Pipelines.run(
                job,
                new Asked(
                        asked.changes(),
                        verbose,
                        StepChoice.isTapsAlone(job, only),
                        results.isEmpty() ? Optional.empty() : Optional.of(Path.of(results))),
                programs,
                terminal);
    }

    private void refusePipelineOptions() {
        if (dryRun || !fullRefresh.isEmpty() || !only.isEmpty() || !results.isEmpty()) {
            throw new UsageException("--dry-run, --full-refresh, --only and --results are for pipelines of bizops.yml;"
                    + " for TAP TARGET see bizops state set");
        }
    }
}
