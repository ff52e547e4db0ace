package bizops.cli.pipeline;

import bizops.cli.process.Executable;
import bizops.cli.project.Job;
import bizops.cli.project.ProgramSpec;
import bizops.cli.project.StepSpec;
import bizops.cli.project.TapSpec;
import bizops.singer.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what would be run: programs, names of settings, never a value. Reaches no database and no vendor. */
public final class DryRun {
    private final Programs programs;
    private final Terminal terminal;

    /** @param programs where they are looked for; one that is not there is an error as in a run */
    public DryRun(Programs programs, Terminal terminal) {
        this.programs = programs;
        this.terminal = terminal;
    }

    /** Prints a line a step. */
    public void show(Job job) throws IOException {
        terminal.print("pipeline " + job.pipeline() + ", environment "
                + job.environment().name() + ", "
                + (job.policy().lockWait().isZero()
                        ? "refused while another run is at work"
                        : "waits for another run at most "
                                + job.policy().lockWait().toSeconds() + " s"));
        for (TapSpec tap : job.taps()) {
            terminal.print("  " + tap.name() + ": " + command(tap.program()) + " | " + command(job.target())
                    + "  [state " + tap.stateId() + ", schema " + tap.schema() + ", " + catalog(tap) + "]");
        }
        terminal.print("  " + job.policy().parallel() + " at a time; a step that ends with 75 or is killed runs again "
                + job.policy().retries() + " times");
        step(job.transform(), "--seeds");
        step(job.report(), "--out");
        terminal.print("  logs: " + job.logs());
    }

    private void step(Optional<StepSpec> step, String option) throws IOException {
        if (step.isPresent()) {
            StepSpec spec = step.get();
            terminal.print("  " + spec.program().name() + ": " + command(spec.program())
                    + (spec.foreign()
                            ? ""
                            : spec.folder()
                                    .map(folder -> " " + option + " " + folder)
                                    .orElse("")));
        }
    }

    private String command(ProgramSpec spec) {
        Executable program = programs.find(spec);
        List<String> words = new ArrayList<>(List.of(program.path().toString()));
        words.addAll(spec.command().subList(1, spec.command().size()));
        List<String> names = new ArrayList<>();
        spec.settings().fieldNames().forEachRemaining(names::add);
        return String.join(" ", words) + (names.isEmpty() ? "" : " {" + String.join(", ", names) + "}");
    }

    private static String catalog(TapSpec tap) {
        String kept = Files.exists(tap.catalog()) ? "catalog " + tap.catalog() : "no catalog kept";
        return kept + (tap.select().isEmpty() ? "" : ", " + tap.select().size() + " patterns");
    }
}
