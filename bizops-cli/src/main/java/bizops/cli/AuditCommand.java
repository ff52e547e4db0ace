package bizops.cli;

import bizops.cli.audit.Audit;
import bizops.cli.audit.AuditText;
import bizops.cli.audit.Method;
import bizops.cli.catalog.StreamFilter;
import bizops.cli.pipeline.Addresses;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.RunName;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.cli.store.Address;
import bizops.cli.store.AuditEntry;
import bizops.cli.store.Store;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import bizops.singer.report.Redactor;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops audit}: whether the warehouse holds what the vendors say that they hold. */
@Parameters(
        commandDescription =
                "Compares rows, sums and newest changes of every selected stream with what its vendor says."
                        + " A line a stream: OK, DIFF with both values, SKIP with the reason; ends with 1 if something"
                        + " differs, with 77 if something could not be asked")
final class AuditCommand implements Command {
    @Parameter(description = "[PIPELINE]; default: the only one, or all taps of several")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Parameter(
            names = "--stream",
            placeholder = "PATTERN",
            description = "Only streams that this pattern fits (* and ?); repeatable")
    private List<String> streams = new ArrayList<>();

    @Parameter(names = "--records", description = "Read every record once more instead of having the vendors count")
    private boolean records;

    @Parameter(names = "--count", description = "Ask taps of other archives to count, too: those that know --audit")
    private boolean count;

    @Parameter(names = "--json", description = "A JSON object a line")
    private boolean json;

    @Parameter(names = "--verbose", description = "Show the lines of the taps")
    private boolean verbose;

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        if (words.size() > 1 || (records && count)) {
            throw new UsageException("bizops audit takes one PIPELINE at most, and one of --records and --count");
        }
        Project project = options.project(terminal);
        Job job = words.isEmpty() && !project.hasOnePipeline()
                ? project.everything(options.environment())
                : project.job(words.isEmpty() ? "" : words.get(0), options.environment());
        if (job.taps().isEmpty()) {
            throw new ConfigException("no tap runs in environment "
                    + job.environment().name() + "; audit in one whose extract is not false");
        }
        Programs programs = options.programs(terminal, project);
        String auditId = RunName.of("audit", Clock.systemUTC().instant());
        try (Store store = Store.open(address(job), "bizops audit")) {
            new Audit(
                            auditId,
                            job,
                            programs,
                            store,
                            entry -> print(terminal, auditId, entry),
                            line -> log(terminal, line))
                    .run(new StreamFilter(streams), method());
        }
    }

    private Method method() {
        return records ? Method.RECORDS : count ? Method.COUNT : Method.USUAL;
    }

    private static Address address(Job job) throws IOException {
        try (Workspace workspace = Workspace.make()) {
            return Addresses.of(job, workspace);
        }
    }

    private void log(Terminal terminal, String line) {
        if (verbose) {
            terminal.stderr().println(Redactor.redact(line));
        }
    }

    private void print(Terminal terminal, String auditId, AuditEntry entry) {
        try {
            terminal.print(json ? AuditText.json(auditId, entry) : AuditText.line(entry));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
