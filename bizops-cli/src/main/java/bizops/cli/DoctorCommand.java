package bizops.cli;

import bizops.cli.doctor.Doctor;
import bizops.cli.doctor.Finding;
import bizops.cli.project.Job;
import bizops.cli.project.Project;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.error.ProgramException;
import bizops.singer.error.UsageException;
import bizops.singer.report.Logging;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code bizops doctor}: what keeps a pipeline from running, and what to do about it. */
@Parameters(
        commandDescription =
                "Looks at everything a pipeline needs: programs, disk, database and rights, clock, TLS, locks,"
                        + " states, vendors and what may be read there. A line a finding, with its remedy; ends with 1 if a run"
                        + " would fail")
final class DoctorCommand implements Command {
    private static final int TWO_DAYS = 48;

    @Parameter(description = "[PIPELINE]; default: the only one, or all taps of several")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final ProjectOptions options = new ProjectOptions();

    @Parameter(names = "--quick", description = "Do not run the taps")
    private boolean quick;

    @Parameter(names = "--stale-hours", placeholder = "HOURS", description = "Tell of states that are older")
    private int stale = TWO_DAYS;

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        if (words.size() > 1) {
            throw new UsageException("bizops doctor takes one PIPELINE at most");
        }
        Project project = options.project(terminal);
        quieten(terminal.environment());
        Job job = words.isEmpty() && !project.hasOnePipeline()
                ? project.everything(options.environment())
                : project.job(words.isEmpty() ? "" : words.get(0), options.environment());
        List<Finding> findings = new ArrayList<>();
        new Doctor(job, options.programs(terminal, project), Clock.systemUTC(), finding -> {
                    findings.add(finding);
                    print(terminal, finding);
                })
                .look(Duration.ofHours(stale), !quick);
        long failed = findings.stream()
                .filter(one -> one.level() == Finding.Level.FAIL)
                .count();
        if (failed > 0) {
            throw new ProgramException(
                    ExitCode.FAILURE.number(), "doctor: " + failed + " of " + findings.size() + " findings stop a run");
        }
    }

    /** The findings say it all; the lines of requests would stand between them. */
    private static void quieten(Map<String, String> environment) {
        Map<String, String> levels = new HashMap<>(environment);
        levels.putIfAbsent("LOGLEVEL", "ERROR");
        Logging.level("bizops", false, levels);
    }

    private static void print(Terminal terminal, Finding finding) {
        try {
            terminal.print(finding.line());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
